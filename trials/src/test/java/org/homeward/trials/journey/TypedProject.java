package org.homeward.trials.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.ProjectFiles;

/** Types lines of the README, with the nodes of the journeys in place of one's own. */
record TypedProject(Path directory) {
  private static final Path ROOT = ProjectFiles.root();
  private static final List<String> MODULES =
      List.of(
          "gateway",
          "intake-service",
          "alert-service",
          "partner-bridge-service",
          "console",
          "local-node",
          "trials");
  private static final long PATIENCE_MINUTES = 5;

  /** A project with the script alone, whose state and built jars are those of the journeys. */
  static TypedProject of(Neighbours nodes) throws IOException {
    Path state = nodes.rs().plan().directory().getParent();
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
    return new TypedProject(project);
  }

  private static void link(Path link, Path target) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
  }

  record Ran(int status, String output) {}

  Ran type(String line, Map<String, String> environment) throws Exception {
    Path output = directory.resolve("output.txt");
    var builder =
        new ProcessBuilder("sh", "-c", line)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process shell = builder.start();
    boolean ended = shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    shell.destroyForcibly();
    return new Ran(
        ended ? shell.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
  }
}
