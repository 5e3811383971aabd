package org.homeward.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.NodePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCopyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path directory;

  private NodePlan node(String machine) {
    return Neighbours.onFreePorts(directory.resolve(machine), Jars.in(directory), Clock.systemUTC())
        .rs()
        .plan();
  }

  private static Path journal(NodePlan node) {
    return node.directory().resolve("engines/store/journal");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private NodeCopy copied(NodePlan node) throws IOException {
    write(journal(node), "then");
    write(node.data().resolve("node-id.key"), "secret");
    write(node.data().resolve("run-intake"), "5");
    write(node.data().resolve("issuer-key.json"), "signs");
    var copy = new NodeCopy(node, directory.resolve("copy"));
    copy.make();
    write(journal(node), "now");
    write(node.data().resolve("run-intake"), "9");
    return copy;
  }

  @Test
  void aRestoreTakesTheJournalOfTheCopyAndKeepsWhatTheNodeKnowsBeside() throws Exception {
    NodePlan node = node("here");
    NodeCopy copy = copied(node);

    assertThat(copy.restore(NOW).incarnation()).isEqualTo(1);

    assertThat(journal(node)).hasContent("then");
    assertThat(node.data().resolve("run-intake")).hasContent("9");
    assertThat(node.data().resolve("incarnation")).hasContent("1");
    assertThat(journal(node).resolveSibling("journal.before-20260301-000000")).hasContent("now");
    assertThat(copy.restore(NOW.plusSeconds(1)).incarnation()).isEqualTo(2);
  }

  @Test
  void aNewMachineGetsTheFilesOfTheCopyAndNobodyElseReadsIt() throws Exception {
    copied(node("here"));
    NodePlan there = node("there");
    var copy = new NodeCopy(there, directory.resolve("copy"));

    assertThat(copy.restore(NOW).filesTaken()).containsExactly("node-id.key", "run-intake");

    assertThat(journal(there)).hasContent("then");
    assertThat(there.data().resolve("run-intake")).hasContent("5");
    Path key = directory.resolve("copy/data/node-id.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(directory.resolve("copy/data/issuer-key.json")).doesNotExist();
  }
}
