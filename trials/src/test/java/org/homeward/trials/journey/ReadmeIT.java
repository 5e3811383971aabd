package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Node;
import org.homeward.trials.ProjectFiles;
import org.homeward.trials.ReadmeTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the README tells people to type works, typed as it stands there, with the nodes of the
 * journeys in place of one's own; the last journey, because it ends them.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedNodes.class)
class ReadmeIT {
  private static final Path ROOT = ProjectFiles.root();
  private static final List<String> MODULES =
      List.of(
          "gateway",
          "intake-service",
          "alert-service",
          "partner-bridge-service",
          "local-node",
          "trials");
  private static final long PATIENCE_MINUTES = 5;

  @Test
  void everyLineOfItsShBlocksWorks(Neighbours nodes) throws Exception {
    Path project = project(nodes.rs().plan().directory().getParent());

    for (String line : ReadmeTest.typed()) {
      if (!line.startsWith("./homeward test")) { // this is it
        Ran ran = run(project, line);
        assertThat(ran.status()).as(line + "\n" + ran.output()).isZero();
      }
    }
    assertThat(nodes.all()).noneMatch(Node::isHealthy); // "down" is the last thing it tells
  }

  /** A project with the script alone, whose state and built jars are those of the journeys. */
  private static Path project(Path state) throws IOException {
    Path project = ROOT.resolve("trials/target/readme");
    Files.createDirectories(project.resolve(".mvn"));
    for (String file : List.of("homeward", ".mvn/select-jdk.sh")) {
      Files.copy(
          ROOT.resolve(file),
          project.resolve(file),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Path jars = Files.createDirectories(state.resolve("jars/just-built"));
    for (String module : MODULES) {
      link(jars.resolve(module + ".jar"), Jars.built(ROOT).of(module));
    }
    Files.writeString(jars.resolve("built"), "");
    link(project.resolve(".homeward"), state);
    return project;
  }

  private static void link(Path link, Path target) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
  }

  private record Ran(int status, String output) {}

  private static Ran run(Path project, String line) throws Exception {
    Path output = project.resolve("output.txt");
    Process shell =
        new ProcessBuilder("sh", "-c", line)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    shell.destroyForcibly();
    return new Ran(
        ended ? shell.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
  }
}
