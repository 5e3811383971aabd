package org.homeward.local.node;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One node on this machine as data: the same jars and the same environment variables as anywhere.
 *
 * @param name the node's slug, as {@code rs}
 * @param directory all its state: data, logs, process ids
 */
public record NodePlan(String name, NodePorts ports, Path directory, Jars jars) {

  private static final String READINESS = "/actuator/health/readiness";

  private static final List<String> QUICK_AND_SMALL =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss512k");

  public NodePlan {
    if (!name.matches("[a-z]{2,8}")) {
      throw new IllegalArgumentException("a node's name has 2 to 8 lower-case letters");
    }
    directory = directory.toAbsolutePath().normalize();
  }

  /** In the order of their start. */
  public List<ProcessPlan> processes() {
    return List.of(engines(), issuer(), intake(), alert(), gateway());
  }

  public ProcessPlan process(String process) {
    return processes().stream()
        .filter(plan -> plan.name().equals(process))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no process " + process));
  }

  public URI door() {
    return at(ports.gateway(), "");
  }

  public URI issuerAddress() {
    return at(ports.issuer(), "");
  }

  public String broker() {
    return "127.0.0.1:" + ports.broker();
  }

  public Path data() {
    return directory.resolve("data");
  }

  public Path logs() {
    return directory.resolve("logs");
  }

  public Path log(ProcessPlan process) {
    return logs().resolve(process.name() + ".log");
  }

  private ProcessPlan engines() {
    // The store keeps everything in its heap; full, it must die at once and not hang half dead.
    List<String> options = options("-Xmx384m");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("--sun-misc-unsafe-memory-access=allow"); // the broker unmaps its files so
    return new ProcessPlan(
        "engines",
        jars.of("local-node"),
        options,
        List.of(
            "engines",
            "--data=" + directory.resolve("engines"),
            "--store-port=" + ports.store(),
            "--kafka-port=" + ports.broker(),
            "--controller-port=" + ports.controller()),
        Map.of(),
        List.of(ports.broker(), ports.store(), ports.controller()),
        new Health.Says("READY"),
        List.of());
  }

  private ProcessPlan issuer() {
    return service(
        "issuer",
        "local-node",
        ports.issuer(),
        "/oauth2/jwks", // what the others want of it
        List.of("issuer"),
        Map.of(),
        List.of());
  }

  private ProcessPlan intake() {
    return service(
        "intake",
        "intake-service",
        ports.intake(),
        READINESS,
        List.of(),
        Map.of(),
        List.of("engines"));
  }

  private ProcessPlan alert() {
    return service(
        "alert",
        "alert-service",
        ports.alert(),
        READINESS,
        List.of(),
        Map.of("HOMEWARD_GATEWAY", door().toString()),
        List.of("engines"));
  }

  private ProcessPlan gateway() {
    return service(
        "gateway",
        "gateway",
        ports.gateway(),
        READINESS,
        List.of(),
        Map.of(
            "HOMEWARD_INTAKE_URL", at(ports.intake(), "").toString(),
            "HOMEWARD_ALERT_URL", at(ports.alert(), "").toString()),
        List.of());
  }

  private ProcessPlan service(
      String process,
      String module,
      int port,
      String health,
      List<String> arguments,
      Map<String, String> own,
      List<String> waitsFor) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("HOMEWARD_NODE", name);
    environment.put("HOMEWARD_DEMO", "true");
    environment.put("HOMEWARD_BIND", "127.0.0.1");
    environment.put("SERVER_PORT", "" + port);
    environment.put("HOMEWARD_STORE_URI", "mongodb://127.0.0.1:" + ports.store());
    environment.put("HOMEWARD_KAFKA", broker());
    environment.put("HOMEWARD_ISSUER", issuerAddress().toString());
    environment.put("HOMEWARD_AUDIENCE", "homeward-" + name);
    environment.put("HOMEWARD_DATA", data().toString());
    environment.putAll(own);
    return new ProcessPlan(
        process,
        jars.of(module),
        options("-Xmx192m"),
        arguments,
        environment,
        List.of(port),
        new Health.Answers(at(port, health)),
        waitsFor);
  }

  private static List<String> options(String heap) {
    List<String> options = new ArrayList<>(QUICK_AND_SMALL);
    options.add(heap);
    return options;
  }

  private static URI at(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
