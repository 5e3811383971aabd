package org.homeward.local.node;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A node that survives the crash of a process without interruption: three brokers, a store, and two
 * instances of each service. It has one gateway, because a second one would need a load balancer in
 * front of both.
 *
 * <p>Everything else about a process is as in the plain plan, from which this one is made.
 */
final class WidePlan {
  /** Port and controller port of brokers 2 and 3; the second instance of each service. */
  static final int FURTHER_PORTS = 8;

  private static final List<String> TWICE = List.of("intake", "alert", "bridge", "console");
  private static final int BROKERS = 3;
  private static final String STORE = "store";

  private final NodePlan node;
  private final NodePorts ports;

  private WidePlan(NodePlan node) {
    this.node = node;
    ports = node.ports();
  }

  static List<ProcessPlan> of(NodePlan node, List<ProcessPlan> plain) {
    var wide = new WidePlan(node);
    return plain.stream().flatMap(process -> wide.widened(process).stream()).toList();
  }

  /** The bootstrap servers for clients. */
  static String brokers(NodePorts ports) {
    return joined(i -> "127.0.0.1:" + brokerPort(ports, i));
  }

  private List<ProcessPlan> widened(ProcessPlan process) {
    return switch (process.name()) {
      case NodePlan.ENGINES -> engines(process);
      case "gateway" -> List.of(withBoth(process));
      case String name when TWICE.contains(name) ->
          List.of(instance(process, 1), instance(process, 2));
      default -> List.of(process);
    };
  }

  private List<ProcessPlan> engines(ProcessPlan plain) {
    List<ProcessPlan> engines = new ArrayList<>();
    for (int i = 1; i <= BROKERS; i++) {
      engines.add(broker(plain, i));
    }
    engines.add(
        engine(
            plain,
            STORE,
            List.of(
                "--run=store",
                "--store-port=" + ports.store(),
                "--store-secret=" + node.storeSecret()),
            List.of(ports.store())));
    return engines;
  }

  private ProcessPlan broker(ProcessPlan plain, int i) {
    int port = brokerPort(ports, i);
    int controller = controllerPort(ports, i);
    return engine(
        plain,
        "broker-" + i,
        List.of(
            "--run=broker",
            "--node-id=" + i,
            "--kafka-port=" + port,
            "--controller-port=" + controller,
            "--voters=" + joined(n -> n + "@127.0.0.1:" + controllerPort(ports, n)),
            "--cluster-id=" + clusterId()),
        List.of(port, controller));
  }

  private ProcessPlan engine(
      ProcessPlan plain, String name, List<String> settings, List<Integer> listens) {
    Path data = node.directory().resolve(name);
    List<String> arguments = new ArrayList<>(List.of(NodePlan.ENGINES, "--data=" + data));
    arguments.addAll(settings);
    return new ProcessPlan(
        name,
        plain.jar(),
        plain.options(),
        arguments,
        plain.environment(),
        listens,
        plain.health(),
        List.of());
  }

  private ProcessPlan instance(ProcessPlan plain, int number) {
    int port = number == 1 ? plain.port() : secondPort(plain.name());
    Map<String, String> environment = new TreeMap<>(plain.environment());
    environment.put("HOMEWARD_INSTANCE", Integer.toString(number));
    return new ProcessPlan(
            plain.name() + "-" + number,
            plain.jar(),
            plain.options(),
            plain.arguments(),
            environment,
            plain.ports(),
            plain.health(),
            plain.waitsFor().stream()
                .flatMap(name -> name.equals(NodePlan.ENGINES) ? engineNames() : Stream.of(name))
                .toList())
        .listeningAt(port);
  }

  private ProcessPlan withBoth(ProcessPlan gateway) {
    Map<String, String> environment = new TreeMap<>(gateway.environment());
    for (String name : TWICE) {
      environment.computeIfPresent(
          "HOMEWARD_" + name.toUpperCase(Locale.ROOT) + "_URL",
          (_, first) -> first + ",http://127.0.0.1:" + secondPort(name));
    }
    return new ProcessPlan(
        gateway.name(),
        gateway.jar(),
        gateway.options(),
        gateway.arguments(),
        environment,
        gateway.ports(),
        gateway.health(),
        gateway.waitsFor());
  }

  private static Stream<String> engineNames() {
    return Stream.concat(
        IntStream.rangeClosed(1, BROKERS).mapToObj(i -> "broker-" + i), Stream.of(STORE));
  }

  /** The cluster id, derived from the node's directory, because the brokers cannot agree on one. */
  private String clusterId() {
    UUID id = UUID.nameUUIDFromBytes(node.directory().toString().getBytes(StandardCharsets.UTF_8));
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private int secondPort(String service) {
    return ports.further().get(2 * (BROKERS - 1) + TWICE.indexOf(service));
  }

  private static int brokerPort(NodePorts ports, int i) {
    return i == 1 ? ports.broker() : ports.further().get(2 * (i - 2));
  }

  private static int controllerPort(NodePorts ports, int i) {
    return i == 1 ? ports.controller() : ports.further().get(2 * (i - 2) + 1);
  }

  private static String joined(Function<Integer, String> each) {
    return IntStream.rangeClosed(1, BROKERS).boxed().map(each).collect(Collectors.joining(","));
  }
}
