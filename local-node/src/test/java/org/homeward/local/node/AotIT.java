package org.homeward.local.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process of a node, the issuer, and the cache that it leaves for later starts. */
class AotIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration TICK = Duration.ofMillis(100);

  @TempDir Path temporary;

  private Path jar;
  private NodePlan plan;
  private Node node;

  @BeforeEach
  void planANode() throws IOException {
    jar = Files.copy(builtJar(), temporary.resolve("local-node.jar"));
    plan = plan(Detours.NONE);
    node = node(plan);
  }

  @AfterEach
  void endIt() {
    node.down();
  }

  @Test
  void whatWasTrainedIsUsedAsLongAsItFits() throws IOException {
    assertThat(issuer(plan).jar()).isEqualTo(jar);
    train();

    start();
    assertThat(node.processes().cacheUse(issuer(plan))).hasValue(new CacheUse(true, ""));
    node.down();

    Files.setLastModifiedTime(issuer(plan).jar(), FileTime.from(Instant.EPOCH)); // another build's
    start();
    assertThat(node.processes().cacheUse(issuer(plan)))
        .hasValueSatisfying(
            use -> {
              assertThat(use.used()).isFalse();
              assertThat(use.why()).contains("local-node.jar").contains("timestamp has changed");
            });
    assertThat(node.processes().lastLines(issuer(plan), 100)) // which may be JSON for programs
        .noneMatch(line -> line.contains("[aot"));
    node.down();

    Path caches = temporary.resolve("aot");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(caches)))
        .isEqualTo("rwx------");
    Files.setPosixFilePermissions(caches, PosixFilePermissions.fromString("rwxrwx---"));
    assertThat(issuer(plan).jar()).isEqualTo(jar);
  }

  @Test
  void aTrainingThatWasCutShortLeavesNothingThatIsUsed() throws IOException {
    var training = AotTraining.beside(jar);
    training.begin();
    var recorded = plan((_, usual) -> training.recording(usual));
    node = node(recorded);
    start();
    node.processes().kill(issuer(recorded));

    assertThatExceptionOfType(NodeFailure.class)
        .isThrownBy(() -> training.end(node, issuer(recorded)))
        .withMessageContaining("issuer made no cache");
    assertThat(issuer(plan).jar()).isEqualTo(jar);
    training.begin(); // another one may be made
  }

  private void train() throws IOException {
    var training = AotTraining.beside(jar);
    training.begin();
    var recorded = plan((_, usual) -> training.recording(usual));
    node = node(recorded);
    start();
    assertThat(training.end(node, issuer(recorded))).isPositive();
    Files.delete(recorded.log(issuer(recorded)));
    training.keep();
    assertThat(training.isDone()).isTrue();
    node = node(plan);
  }

  private void start() {
    NodeFiles.prepare(node.plan());
    ProcessPlan issuer = issuer(node.plan());
    node.processes().start(issuer);
    assertThat(Poll.until(PATIENCE, TICK, () -> node.processes().isHealthy(issuer))).isTrue();
  }

  private static ProcessPlan issuer(NodePlan plan) {
    return plan.process("issuer");
  }

  private static Node node(NodePlan plan) {
    return new Node(plan, new Semaphore(1));
  }

  private NodePlan plan(Detours detours) {
    return new NodePlan(
        "rs",
        PortPlan.free().rs(),
        temporary.resolve("a node"),
        temporary.resolve("registry"),
        _ -> jar,
        detours);
  }

  private static Path builtJar() {
    return Jars.built(Path.of("").toAbsolutePath().getParent()).of("local-node");
  }
}
