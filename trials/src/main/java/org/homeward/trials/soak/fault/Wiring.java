package org.homeward.trials.soak.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.local.node.Detours;
import org.homeward.local.node.ProcessPlan;
import org.homeward.testkit.TcpProxy;

/**
 * The connections between processes go through proxies: from each service to its store, from all to
 * the broker, to the mail relay, from node to node. Waits that are too long for a round are
 * shortened.
 */
public final class Wiring implements Detours, AutoCloseable {
  private static final String STORE = "HOMEWARD_STORE_URI";
  private static final String KAFKA = "HOMEWARD_KAFKA";
  private static final String SMTP = "HOMEWARD_SMTP";
  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");

  private final Path directory;
  private final Map<String, TcpProxy> proxies = new ConcurrentHashMap<>();
  private final Map<String, Duration> clocks = new ConcurrentHashMap<>();

  /**
   * @param directory for the files that switch something on
   */
  public Wiring(Path directory) {
    this.directory = directory;
  }

  @Override
  public ProcessPlan process(String node, ProcessPlan usual) {
    if (usual.name().equals("engines")) {
      int broker = proxy(node + "/broker", usual.port()).port();
      return usual.withOptions(
          List.of(
              "-Xmx768m",
              "-Dhomeward.broker.told-port=" + broker,
              "-Dhomeward.store.read-only-while=" + readOnlySwitch(node)));
    }
    return SERVICES.contains(usual.name()) ? usual.with(detoured(node, usual)) : usual;
  }

  /** Nobody uses a browser in a round. */
  @Override
  public boolean runs(String process) {
    return !process.equals("console");
  }

  @Override
  public URI partnerEndpoint(String node, URI usual) {
    int port = proxy(node + "/partner", usual.getPort()).port();
    return URI.create("http://127.0.0.1:" + port + usual.getPath());
  }

  private Map<String, String> detoured(String node, ProcessPlan usual) {
    Map<String, String> changed = new TreeMap<>();
    URI store = URI.create(usual.environment().getOrDefault(STORE, ""));
    int broker = portOf(usual.environment().getOrDefault(KAFKA, ""));
    int storeDoor = proxy(node + "/store/" + usual.name(), store.getPort()).port();
    changed.put(STORE, store.toString().replace(":" + store.getPort(), ":" + storeDoor));
    changed.put(KAFKA, "127.0.0.1:" + proxy(node + "/broker", broker).port());
    String smtp = usual.environment().get(SMTP);
    if (smtp != null) {
      changed.put(SMTP, "127.0.0.1:" + proxy(node + "/mail", portOf(smtp)).port());
    }
    changed.put("HOMEWARD_MAIL_DEADLINE", "1s"); // a batch is given up soon after
    changed.put("HOMEWARD_MAIL_CLAIM", "3s");
    changed.put("HOMEWARD_CONFIRMATIONS_PER_MINUTE", "1000"); // all volunteers join at once
    changed.put("HOMEWARD_CONFIRMATIONS_PER_HOUR", "10000");
    Duration wrong = clocks.getOrDefault(node, Duration.ZERO);
    if (!wrong.isZero()) {
      changed.put("HOMEWARD_CLOCK_OFFSET", wrong.toString());
    }
    return changed;
  }

  TcpProxy store(String node, String service) {
    return known(node + "/store/" + service);
  }

  TcpProxy broker(String node) {
    return known(node + "/broker");
  }

  /** The proxy for this node's mails. */
  TcpProxy mail(String node) {
    return known(node + "/mail");
  }

  /** The proxy in front of this node's bridge. */
  TcpProxy partner(String node) {
    return known(node + "/partner");
  }

  /** Sets the error of the clocks of this node's services from their next start on. */
  void setClock(String node, Duration wrong) {
    clocks.put(node, wrong);
  }

  void setReadOnly(String node, boolean wanted) {
    try {
      Files.createDirectories(directory);
      if (wanted) {
        Files.writeString(readOnlySwitch(node), "");
      } else {
        Files.deleteIfExists(readOnlySwitch(node));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    proxies.values().forEach(TcpProxy::close);
  }

  private Path readOnlySwitch(String node) {
    return directory.resolve(node + "-store-is-read-only").toAbsolutePath();
  }

  private TcpProxy known(String way) {
    TcpProxy proxy = proxies.get(way);
    if (proxy == null) {
      throw new IllegalStateException("there is no way " + way);
    }
    return proxy;
  }

  private TcpProxy proxy(String way, int port) {
    return proxies.computeIfAbsent(way, _ -> TcpProxy.toPort(port));
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
