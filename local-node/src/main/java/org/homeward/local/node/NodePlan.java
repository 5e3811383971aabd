package org.homeward.local.node;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.engines.store.StoreLogin;

/**
 * One node on this machine as data: the same jars and the same environment variables as anywhere.
 *
 * @param name the node's slug, as {@code rs}
 * @param directory all its state: data, logs, process ids
 * @param registryFiles the directory of the registry that it shares with its partners
 * @param detours what differs from a plain node
 */
public record NodePlan(
    String name, NodePorts ports, Path directory, Path registryFiles, Jars jars, Detours detours) {

  private static final String UPLOADS_PROTOCOL = "HOMEWARD_PUBLIC_UPLOADS_PROTOCOL";
  private static final String READINESS = "/actuator/health/readiness";

  /** A partner that was away is tried again while one looks. */
  private static final String RESEND = "2s";

  private static final String RESEND_MAX = "8s";

  static final String ENGINES = "engines";

  /** The time zones of the demo's countries, by node. */
  private static final Map<String, String> ZONES =
      Map.of("rs", "Europe/Belgrade", "gr", "Europe/Athens");

  /** People whom the demo issuer knows as authorities, by node. */
  private static final Map<String, String> AUTHORITIES = Map.of("rs", "p-1004", "gr", "p-2003");

  /** As the demo issuer has it: everybody knows it. */
  private static final String CONSOLE_SECRET = "demo-homeward-console";

  /** The format of log lines, such as {@code ecs}; plain text when it is not set. */
  private static final String LOG_FORMAT = "homeward.log-format.";

  public NodePlan {
    if (!name.matches("[a-z]{2,8}")) {
      throw new IllegalArgumentException("a node's name has 2 to 8 lower-case letters");
    }
    directory = directory.toAbsolutePath().normalize();
    registryFiles = registryFiles.toAbsolutePath().normalize();
  }

  /** A plain node. */
  public NodePlan(String name, NodePorts ports, Path directory, Path registryFiles, Jars jars) {
    this(name, ports, directory, registryFiles, jars, Detours.NONE);
  }

  /** In the order of their start. */
  public List<ProcessPlan> processes() {
    var plain =
        List.of(engines(), mail(), issuer(), intake(), alert(), bridge(), console(), gateway());
    var usual = ports.isWide() ? WidePlan.of(this, plain) : plain;
    return usual.stream()
        .filter(process -> detours.runs(process.name()))
        .map(process -> detours.process(name, cached(process)))
        .toList();
  }

  private ProcessPlan cached(ProcessPlan process) {
    return jvm().caches()
        ? AotCaches.beside(process.jar()).using(process, cacheLog(process))
        : process;
  }

  /** Finds a process by its name; of several instances the name without a number is the first. */
  public ProcessPlan process(String process) {
    return processes().stream()
        .filter(plan -> plan.name().equals(process) || plan.name().equals(process + "-1"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no process " + process));
  }

  public URI door() {
    return at(ports.gateway(), "");
  }

  public URI issuerAddress() {
    return at(ports.issuer(), "");
  }

  /** The page with the mails that this node has sent. */
  public URI mailPage() {
    return at(ports.mailPage(), "");
  }

  /** The address of a process itself, without the gateway. */
  public URI at(String process) {
    return at(process(process).port(), "");
  }

  /** The address of a service's actuator. */
  public URI management(String service) {
    return at(process(service).port() + NodePorts.TO_MANAGEMENT, "");
  }

  /** The address at which partners reach this node's bridge. */
  public URI partnerEndpoint() {
    return detours.partnerEndpoint(name, at(ports.gateway(), "/bridge/v1/messages"));
  }

  /** The bootstrap servers for Kafka's clients: one broker, or a list of all. */
  public String broker() {
    return ports.isWide() ? WidePlan.brokers(ports) : "127.0.0.1:" + ports.broker();
  }

  /**
   * The connection string of the store, with its secret. Before the first start there is no secret.
   */
  public String storeAddress() {
    try {
      return Files.exists(storeSecret())
          ? StoreLogin.in(storeSecret()).address(ports.store())
          : "mongodb://127.0.0.1:" + ports.store();
    } catch (IOException e) {
      throw new NodeFailure(e.getMessage() + ".");
    }
  }

  public String smtp() {
    return "127.0.0.1:" + ports.smtp();
  }

  /** The desk of the node's demo police; its people have logins, and nobody has its key. */
  public String demoDesk() {
    UUID hash = UUID.nameUUIDFromBytes(("demo desk of " + name).getBytes(StandardCharsets.UTF_8));
    long version8 = hash.getMostSignificantBits() & ~0xF000L | 0x8000L; // as events require it
    return new UUID(version8, hash.getLeastSignificantBits()).toString();
  }

  /** The node's demo people who may order alerts, with commas between. */
  public String demoAuthority() {
    return AUTHORITIES.getOrDefault(name, "");
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

  /** The log in which the JVM tells whether it uses its AOT cache; absent without a cache. */
  Path cacheLog(ProcessPlan process) {
    return run().resolve(process.name() + ".aot");
  }

  /** The directory of pid files of running processes. */
  Path run() {
    return directory.resolve("run");
  }

  /** The signed list of partners. */
  public Path registry() {
    return registryFiles.resolve("registry.jws");
  }

  /** The public key, a JWK, that verifies the registry. */
  public Path registryKey() {
    return registryFiles.resolve("registry-key.public.json");
  }

  /** This node's private keys, a JWK set. */
  public Path nodeKeys() {
    return data().resolve("node-keys.json");
  }

  /** The credential with which this machine may stop all alerts. */
  public Path stopKey() {
    return data().resolve("stop.key");
  }

  /** The keys of this node's CAP messages, a private JWK set. */
  public Path capKeys() {
    return data().resolve("cap.keys.json");
  }

  /** The secret that opens the store; not in {@link #data}, because a copy needs none. */
  Path storeSecret() {
    return directory.resolve("store.secret");
  }

  /** The directory of the audit trails' checkpoints, outside the node's directory. */
  public Path checkpoints() {
    return registryFiles.resolveSibling("checkpoints");
  }

  private ProcessPlan engines() {
    List<String> options =
        options("-Xmx" + System.getenv().getOrDefault("HOMEWARD_STORE_HEAP", "384m"));
    options.add("--sun-misc-unsafe-memory-access=allow"); // the broker unmaps its files so
    return new ProcessPlan(
        ENGINES,
        jars.of("local-node"),
        options,
        List.of(
            ENGINES,
            "--data=" + directory.resolve(ENGINES),
            "--store-port=" + ports.store(),
            "--store-secret=" + storeSecret(),
            "--kafka-port=" + ports.broker(),
            "--controller-port=" + ports.controller()),
        Map.of(),
        List.of(ports.broker(), ports.store(), ports.controller()),
        new Health.Says("READY"),
        List.of());
  }

  private ProcessPlan mail() {
    return new ProcessPlan(
        "mail",
        jars.of("local-node"),
        options("-Xmx128m"),
        List.of(
            "mail",
            "--node=" + name,
            "--smtp-port=" + ports.smtp(),
            "--page-port=" + ports.mailPage()),
        Map.of(),
        List.of(ports.mailPage(), ports.smtp()),
        new Health.Answers(at(ports.mailPage(), "/health")),
        List.of());
  }

  private ProcessPlan issuer() {
    return new Service("issuer", "local-node", ports.issuer(), "-Xmx96m")
        .healthyAt("/oauth2/jwks") // what the others want of it
        .arguments("issuer")
        .with("HOMEWARD_GATEWAY", door().toString())
        .with("HOMEWARD_DEMO_DESK", demoDesk())
        .plan();
  }

  private ProcessPlan intake() {
    return new Service("intake", "intake-service", ports.intake(), "-Xmx256m")
        .waitsFor(ENGINES)
        .behindGateway()
        .with("HOMEWARD_ZONE", zone())
        .with(UPLOADS_PROTOCOL, uploadsProtocol())
        .plan();
  }

  private ProcessPlan alert() {
    return new Service("alert", "alert-service", ports.alert(), "-Xmx192m")
        .waitsFor(ENGINES)
        .behindGateway()
        .with("HOMEWARD_GATEWAY", door().toString())
        .with("HOMEWARD_INTAKE_URL", at(ports.intake(), "").toString())
        .with("HOMEWARD_SMTP", smtp())
        .with("HOMEWARD_DEMO_DESK", demoDesk())
        .with("HOMEWARD_DEMO_AUTHORITY", demoAuthority())
        .with("HOMEWARD_ZONE", zone())
        .with("HOMEWARD_WEBHOOKS_LOOPBACK", "true")
        .plan();
  }

  private ProcessPlan bridge() {
    return new Service("bridge", "partner-bridge-service", ports.bridge(), "-Xmx192m")
        .waitsFor(ENGINES)
        .behindGateway()
        .with("HOMEWARD_INTAKE_URL", at(ports.intake(), "").toString())
        .with("HOMEWARD_REGISTRY", registry().toString())
        .with("HOMEWARD_REGISTRY_KEY", registryKey().toString())
        .with("HOMEWARD_NODE_KEYS", nodeKeys().toString())
        .with("HOMEWARD_RESEND", RESEND)
        .with("HOMEWARD_RESEND_MAX", RESEND_MAX)
        .plan();
  }

  private ProcessPlan console() {
    return new Service("console", "console", ports.console(), "-Xmx192m")
        .waitsFor(ENGINES)
        .behindGateway()
        .with("HOMEWARD_GATEWAY", door().toString())
        .with("HOMEWARD_API", door().toString())
        .with("HOMEWARD_CONSOLE_SECRET", CONSOLE_SECRET)
        .with("HOMEWARD_ZONE", zone())
        .with(UPLOADS_PROTOCOL, uploadsProtocol())
        .plan();
  }

  /** Of the demo nodes {@code rs} takes pictures of strangers, and the others take none. */
  private String uploadsProtocol() {
    return name.equals("rs") ? "demo, agreed with nobody" : "";
  }

  private String zone() {
    return ZONES.getOrDefault(name, "UTC");
  }

  private ProcessPlan gateway() {
    return new Service("gateway", "gateway", ports.gateway(), "-Xmx256m")
        .with("HOMEWARD_INTAKE_URL", at(ports.intake(), "").toString())
        .with("HOMEWARD_ALERT_URL", at(ports.alert(), "").toString())
        .with("HOMEWARD_BRIDGE_URL", at(ports.bridge(), "").toString())
        .with("HOMEWARD_CONSOLE_URL", at(ports.console(), "").toString())
        .with("HOMEWARD_GATEWAY", door().toString())
        .plan();
  }

  /** The common settings of all Spring Boot processes of a node, and their differences. */
  private final class Service {
    private final String process;
    private final String module;
    private final int port;
    private final String heap;
    private final Map<String, String> environment = new TreeMap<>();
    private String health = READINESS;
    private List<String> arguments = List.of();
    private List<String> needed = List.of();

    Service(String process, String module, int port, String heap) {
      this.process = process;
      this.module = module;
      this.port = port;
      this.heap = heap;
      environment.put("HOMEWARD_NODE", name);
      environment.put("HOMEWARD_DEMO", "true");
      environment.put("HOMEWARD_BIND", "127.0.0.1");
      environment.put("SERVER_PORT", "" + port);
      environment.put("HOMEWARD_KAFKA", broker());
      environment.put("HOMEWARD_ISSUER", issuerAddress().toString());
      environment.put("HOMEWARD_AUDIENCE", "homeward-" + name);
      environment.put("HOMEWARD_DATA", data().toString());
      environment.put("HOMEWARD_LOG_FORMAT", System.getProperty(LOG_FORMAT + name, ""));
    }

    Service healthyAt(String path) {
      health = path;
      return this;
    }

    Service arguments(String... given) {
      arguments = List.of(given);
      return this;
    }

    Service waitsFor(String... names) {
      needed = List.of(names);
      return this;
    }

    /** The setting names the caller. */
    Service behindGateway() {
      return with("HOMEWARD_TRUSTED_PROXIES", "127.0.0.1");
    }

    Service with(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    ProcessPlan plan() {
      if (needed.contains(ENGINES)) {
        environment.put("HOMEWARD_STORE_URI", storeAddress()); // its secret is for nobody else
        environment.put("HOMEWARD_CHECKPOINTS", checkpoints().toString());
      }
      var plan =
          new ProcessPlan(
              process,
              jars.of(module),
              options(heap),
              arguments,
              environment,
              List.of(port),
              new Health.Answers(at(port, health)),
              needed);
      return health.equals(READINESS) ? plan.listeningAt(port) : plan;
    }
  }

  private List<String> options(String heap) {
    return jvm().options(heap);
  }

  private Jvm jvm() {
    return detours.jvm(name);
  }

  private static URI at(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
