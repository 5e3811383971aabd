package org.homeward.frame.start;

import com.mongodb.MongoException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.homeward.durable.publication.DatabaseClaim;
import org.homeward.durable.store.StoreFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/** Waits for store and broker before anything else begins, and refuses those of another node. */
public final class Opening implements SmartLifecycle, EnvironmentAware {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Duration patience;
  private final List<AtOpening> parts;
  private volatile boolean open;
  private @Nullable InetSocketAddress service;
  private @Nullable InetSocketAddress management;

  /**
   * @param parts in this order, all of them again when one of them met an engine that is away
   */
  public Opening(Duration patience, List<AtOpening> parts) {
    this.patience = patience;
    this.parts = List.copyOf(parts);
  }

  /** The address of the service; while it waits, health and 503 are answered there. */
  @Override
  public void setEnvironment(Environment settings) {
    service = address(settings, "server");
    management = address(settings, "management.server");
  }

  private static @Nullable InetSocketAddress address(Environment settings, String of) {
    int port = settings.getProperty(of + ".port", Integer.class, 0);
    String host = settings.getProperty(of + ".address", "127.0.0.1");
    return port == 0 ? null : new InetSocketAddress(host, port);
  }

  @Override
  public void start() {
    try (var waitingRoom = new WaitingRoom(service, management)) {
      open(waitingRoom);
    }
  }

  private void open(WaitingRoom waitingRoom) {
    long end = System.nanoTime() + patience.toNanos();
    while (!open) {
      try {
        parts.forEach(AtOpening::prepare);
        open = true;
      } catch (DatabaseClaim.Mismatch | StoreFailure.NewerSchema e) {
        throw new StartRefused(String.valueOf(e.getMessage()), e);
      } catch (MongoException | IllegalStateException e) {
        String missing =
            e instanceof MongoException
                ? "the store (HOMEWARD_STORE_URI)"
                : "the broker (HOMEWARD_KAFKA)";
        if (System.nanoTime() > end) {
          throw new StartRefused(
              missing + " did not answer for " + patience.toSeconds() + " s: start it first.", e);
        }
        LOG.info("waiting for {}", missing);
        waitingRoom.waitFor(missing);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  @Override
  public void stop() {
    open = false;
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
