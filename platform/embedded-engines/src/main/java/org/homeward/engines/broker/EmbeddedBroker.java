package org.homeward.engines.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.utils.Time;
import org.homeward.engines.engine.BoundedStop;
import org.homeward.engines.engine.DirectoryLock;
import org.homeward.engines.engine.Engine;
import org.homeward.engines.engine.Health;
import org.homeward.engines.engine.PortTaken;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker, with its controller, in this JVM.
 *
 * <p>Its topics survive restart and kill. Without {@code fsync} an acknowledged record survives the
 * death of the process, not of the machine.
 */
public final class EmbeddedBroker implements Engine {

  /**
   * The directory, ports and membership of a broker.
   *
   * @param directory holds format, topics and lock; one broker at a time
   * @param nodeId from 1; it stays with the directory
   * @param port clients, on loopback
   * @param controllerPort the other controllers, on loopback
   * @param clusterId blank: made at the first start and kept in the directory
   * @param replicationFactor of all topics, those of the broker too; one copy less must be in sync
   * @param voters all controllers as {@code id@host:port}; empty: this one alone
   * @param fsync waits for the disk at every record
   * @param retention how long a record stays; a segment is closed daily, so a day longer at most
   * @param more settings of Kafka that differ from these
   */
  public record Settings(
      Path directory,
      int nodeId,
      int port,
      int controllerPort,
      String clusterId,
      int replicationFactor,
      List<String> voters,
      boolean fsync,
      Duration retention,
      Duration stopWithin,
      Map<String, String> more) {

    public Settings {
      voters = List.copyOf(voters);
      more = Map.copyOf(more);
    }

    /** One broker, records kept for seven days. */
    public static Settings alone(Path directory, int port, int controllerPort) {
      return new Settings(
          directory,
          1,
          port,
          controllerPort,
          "",
          1,
          List.of(),
          false,
          Duration.ofDays(7),
          Duration.ofSeconds(10),
          Map.of());
    }

    /**
     * One of several brokers; each keeps a replica of every topic.
     *
     * @param clusterId the same for all brokers, for ever
     */
    public static Settings member(
        Path directory,
        int nodeId,
        int port,
        int controllerPort,
        String clusterId,
        List<String> voters) {
      return new Settings(
          directory,
          nodeId,
          port,
          controllerPort,
          clusterId,
          voters.size(),
          voters,
          false,
          Duration.ofDays(7),
          Duration.ofSeconds(10),
          Map.of());
    }

    public Settings withFsync(boolean wanted) {
      return new Settings(
          directory,
          nodeId,
          port,
          controllerPort,
          clusterId,
          replicationFactor,
          voters,
          wanted,
          retention,
          stopWithin,
          more);
    }

    /** With further settings of Kafka, such as access rules. */
    public Settings with(Map<String, String> kafka) {
      return new Settings(
          directory,
          nodeId,
          port,
          controllerPort,
          clusterId,
          replicationFactor,
          voters,
          fsync,
          retention,
          stopWithin,
          kafka);
    }
  }

  private static final int HEALTH_MILLIS = 2_000;

  private final Settings settings;
  private final DirectoryLock lock;
  private final String clusterId;
  private final KafkaRaftServer server;
  private final ReentrantLock asking = new ReentrantLock();
  private @Nullable Admin admin; // guarded by asking
  private volatile boolean closed;

  private EmbeddedBroker(Settings settings, DirectoryLock lock) throws IOException {
    this.settings = settings;
    this.lock = lock;
    Path log = settings.directory().resolve("log");
    clusterId = LogFormat.formatOnce(log, settings);
    var config = KafkaConfig.fromProps(BrokerProperties.of(settings, log), false);
    server = new KafkaRaftServer(config, Time.SYSTEM);
  }

  /**
   * Formats the directory at the first start, and returns when clients can connect.
   *
   * @throws IOException with a sentence when the directory is in use or a port taken
   */
  public static EmbeddedBroker start(Settings settings) throws IOException {
    DirectoryLock lock = DirectoryLock.take(settings.directory());
    try {
      PortTaken.check(settings.port(), "the broker");
      PortTaken.check(settings.controllerPort(), "the broker's controller");
      var broker = new EmbeddedBroker(settings, lock);
      broker.server.startup();
      return broker;
    } catch (IOException | RuntimeException | LinkageError e) {
      lock.close();
      throw e;
    }
  }

  /** The address for Kafka clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + settings.port();
  }

  /** Stays the same as long as the directory. */
  public String clusterId() {
    return clusterId;
  }

  @Override
  public Health health() {
    if (closed) {
      return Health.down("the broker is closed");
    }
    asking.lock();
    try {
      int brokers =
          admin().describeCluster().nodes().get(HEALTH_MILLIS, TimeUnit.MILLISECONDS).size();
      return Health.up("the broker answers; cluster %s of %d".formatted(clusterId, brokers));
    } catch (ExecutionException | TimeoutException e) {
      return Health.down("the broker does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.down("interrupted while asking the broker");
    } finally {
      asking.unlock();
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    BoundedStop.within(
        settings.stopWithin(),
        "broker",
        () -> {
          closeAdmin();
          server.shutdown();
          server.awaitShutdown();
          lock.close();
        });
  }

  private Admin admin() {
    if (admin == null) {
      admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                  bootstrapServers(),
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                  HEALTH_MILLIS,
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                  HEALTH_MILLIS));
    }
    return admin;
  }

  private void closeAdmin() {
    asking.lock();
    try {
      if (admin != null) {
        admin.close(Duration.ZERO);
      }
    } finally {
      asking.unlock();
    }
  }
}
