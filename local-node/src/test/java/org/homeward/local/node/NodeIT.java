package org.homeward.local.node;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.homeward.local.node.Processes.End;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node of small stand-ins: how processes are started, found, kept apart and ended. */
class NodeIT {
  private static final int AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TICK = Duration.ofMillis(50);

  @TempDir Path temporary;

  private Node node;

  @BeforeEach
  void planANode() throws IOException {
    Path jar = StubService.jarIn(temporary);
    Path directory = temporary.resolve("a node");
    Path registry = temporary.resolve("registry");
    Path service = Files.copy(jar, temporary.resolve("service.jar"));
    Jars jars = module -> module.equals("local-node") ? jar : service;
    var plan = new NodePlan("rs", PortPlan.free().rs(), directory, registry, jars);
    node = new Node(plan, new Semaphore(AT_ONCE, true));
  }

  @AfterEach
  void endIt() {
    node.down();
  }

  @Test
  void startsAllAndEndsAll() {
    assertThat(node.up(line -> {})).hasSize(8);
    assertThat(node.isHealthy()).isTrue();

    assertThat(node.down()).extracting(Node.Ended::end).containsOnly(End.BY_ITSELF);
    assertThat(node.plan().processes())
        .allSatisfy(process -> assertThat(NodePorts.isFree(process.port())).isTrue());
  }

  /** The JVM that ends has it started again, and nobody else has to be there. */
  @Test
  void enginesWhoseHeapIsFullStartAgainAndTheSecondTimeWithMore() throws IOException {
    node.up(line -> {});
    ProcessPlan engines = node.plan().process("engines");
    for (String heap : List.of("-Xmx384m", "-Xmx576m")) {
      fillHeapAndAwaitAnother(engines, "engines");
      assertThat(node.processes().fullHeap(engines)).get().asString().endsWith("now " + heap);
      assertThat(node.processes().lastLines(engines, 20))
          .anyMatch(line -> line.startsWith("Its heap was full") && line.endsWith(heap));
    }
  }

  @Test
  void aFullHeapEndsEveryProcess() {
    assertThat(node.plan().processes())
        .allSatisfy(process -> assertThat(StartAgain.isFor(process.options())).isTrue());
  }

  @Test
  void aServiceThatStartsAgainIsToldTheSameAndNothingOfItIsWrittenDown() throws IOException {
    node.up(line -> {});
    ProcessPlan intake = node.plan().process("intake");

    fillHeapAndAwaitAnother(intake, Integer.toString(intake.port()));

    List<String> told = List.of(proc(pid("intake"), "environ").split("\0"));
    intake.environment().forEach((name, value) -> assertThat(told).contains(name + "=" + value));
    assertThat(Launch.file(node.plan().run().resolve("intake.pid")))
        .content()
        .doesNotContain(Files.readString(node.plan().storeSecret()).strip());
  }

  @Test
  void startsTheEnginesBeforeWhatNeedsThem() {
    List<String> healthy = new ArrayList<>();

    node.up(line -> healthy.add(line.split(" ")[0]));

    assertThat(healthy.indexOf("engines"))
        .isNotNegative()
        .isLessThan(healthy.indexOf("intake"))
        .isLessThan(healthy.indexOf("alert"))
        .isLessThan(healthy.indexOf("bridge"));
  }

  @Test
  void startsOnlyWhatIsMissing() {
    node.up(line -> {});
    ProcessPlan gateway = node.plan().process("gateway");
    long intake = pid("intake");
    node.processes().kill(gateway);

    assertThat(node.up(line -> {})).extracting(Node.Started::plan).containsOnly(gateway);
    assertThat(pid("intake")).isEqualTo(intake);
  }

  @Test
  void aTakenPortIsNamedAndNothingIsStarted() throws IOException {
    int port = node.plan().ports().alert();
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(NodeFailure.class)
          .isThrownBy(() -> node.up(line -> {}))
          .withMessageContaining("Port " + port + " is taken, and alert of node rs needs it");
    }
    assertNothingRuns();
  }

  @Test
  void oneThatDiesAtTheStartTakesTheOthersWithIt() throws IOException {
    Files.createDirectories(node.plan().data());
    Files.createFile(node.plan().data().resolve("dies-" + node.plan().ports().alert()));

    assertThatExceptionOfType(NodeFailure.class)
        .isThrownBy(() -> node.up(line -> {}))
        .withMessageContaining("alert ended while it was starting")
        .withMessageContaining("this one dies");
    assertNothingRuns();
  }

  @Test
  void anAbandonedStartLeavesNothingRunning() throws InterruptedException {
    Thread start =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatExceptionOfType(NodeFailure.class)
                        .isThrownBy(() -> node.up(line -> node.abandon())));

    start.join();

    assertNothingRuns();
  }

  @Test
  void oneThatDoesNotEndIsKilled() throws IOException {
    Files.createDirectories(node.plan().data());
    Files.createFile(node.plan().data().resolve("stubborn-" + node.plan().ports().issuer()));
    node.up(line -> {});

    End end = node.processes().stop(node.plan().process("issuer"), Duration.ofMillis(500));

    assertThat(end).isEqualTo(End.KILLED);
    assertThat(node.processes().find(node.plan().process("issuer"))).isEmpty();
  }

  @Test
  void aPidThatBelongsToSomebodyElseByNowIsLeftAlone() throws IOException {
    ProcessPlan issuer = node.plan().process("issuer");
    Path run = Files.createDirectories(node.plan().directory().resolve("run"));
    long stranger = ProcessHandle.current().pid();
    new PidFile(stranger, Instant.parse("2020-01-01T00:00:00Z"), 0)
        .write(run.resolve("issuer.pid"));

    assertThat(node.processes().find(issuer)).isEmpty();
    assertThat(node.processes().stop(issuer, Duration.ZERO)).isEqualTo(End.WAS_NOT_RUNNING);
  }

  @Test
  void processesLeadSessionsOfTheirOwn() throws IOException {
    node.up(line -> {});

    for (ProcessPlan process : node.plan().processes()) {
      assertThat(session(pid(process.name()))).isEqualTo(pid(process.name()));
    }
  }

  @Test
  void theStoresSecretIsAFileOfItsOwnersAloneAndStandsInNoArgument() throws IOException {
    node.up(line -> {});
    Path file = node.plan().storeSecret();
    String secret = Files.readString(file);

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(secret).hasSizeGreaterThan(40);
    for (ProcessPlan process : node.plan().processes()) {
      assertThat(arguments(pid(process.name()))).as(process.name()).doesNotContain(secret);
      boolean keeps = List.of("intake", "alert", "bridge", "console").contains(process.name());
      assertThat(process.environment().values().stream().anyMatch(value -> value.contains(secret)))
          .as("%s is told it", process.name())
          .isEqualTo(keeps);
    }
  }

  @Test
  void theSecretStaysTheSameUntilTheNodeIsErased() throws IOException {
    node.up(line -> {});
    String first = Files.readString(node.plan().storeSecret());
    node.down();
    node.up(line -> {});
    assertThat(Files.readString(node.plan().storeSecret())).isEqualTo(first);

    node.erase();
    node.up(line -> {});
    assertThat(Files.readString(node.plan().storeSecret())).isNotEqualTo(first);
  }

  @Test
  void twoCommandsAtOnceDoNotMeet() throws Exception {
    try (var _ = node.reserve()) {
      assertThatExceptionOfType(NodeFailure.class)
          .isThrownBy(() -> node.reserve())
          .withMessageContaining("Another command works on the node");
    }
  }

  private void assertNothingRuns() {
    assertThat(node.plan().processes())
        .allSatisfy(process -> assertThat(node.processes().find(process)).isEmpty());
  }

  private long pid(String process) {
    return node.processes().find(node.plan().process(process)).orElseThrow().pid();
  }

  private void fillHeapAndAwaitAnother(ProcessPlan process, String stub) throws IOException {
    LiveProcess live = node.processes().find(process).orElseThrow();
    Path fills = Files.createFile(node.plan().directory().resolve("fills-" + stub));
    assertThat(Poll.until(PATIENCE, TICK, () -> !live.isAlive())).isTrue();
    Files.delete(fills);
    assertThat(Poll.until(PATIENCE, TICK, () -> node.processes().isHealthy(process)))
        .as(() -> String.join("\n", node.processes().lastLines(process, 20)))
        .isTrue();
  }

  private static String arguments(long pid) throws IOException {
    return proc(pid, "cmdline");
  }

  private static String proc(long pid, String file) throws IOException {
    return Files.readString(Path.of("/proc", Long.toString(pid), file), ISO_8859_1);
  }

  private static long session(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]);
  }
}
