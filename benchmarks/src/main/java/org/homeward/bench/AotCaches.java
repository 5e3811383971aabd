package org.homeward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.local.node.ProcessPlan;

/**
 * What the JVM has loaded and linked at a start, kept for the next ones (JEP 483, JEP 514). It
 * wants plain jars on the class path, so a jar of jars is unpacked first.
 */
final class AotCaches {
  private final Path directory;
  private final Map<String, Path> unpacked = new HashMap<>();

  AotCaches(Path directory) {
    this.directory = directory;
  }

  /** Starts the process once until all its parts are made; needs no engines. */
  void train(ProcessPlan process) throws IOException, InterruptedException {
    Path jar = unpack(process.jar());
    List<String> options = new ArrayList<>(process.options());
    options.add("-XX:AOTCacheOutput=" + cache(process));
    options.add("-Dspring.context.exit=onRefresh");
    int status = java(options, jar, process.arguments(), process.environment());
    if (status != 0 || !Files.exists(cache(process))) {
      throw new IllegalStateException("no cache was made for " + process.name());
    }
  }

  long bytes() throws IOException {
    long bytes = 0;
    try (var files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".aot")).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /** The same process from its unpacked jar, with its cache if there is one. */
  ProcessPlan with(ProcessPlan plain) {
    Path jar = unpacked.get(plain.jar().toString());
    if (jar == null || !Files.exists(cache(plain))) {
      return plain;
    }
    return new ProcessPlan(
            plain.name(),
            jar,
            plain.options(),
            plain.arguments(),
            plain.environment(),
            plain.ports(),
            plain.health(),
            plain.waitsFor())
        .withOptions(List.of("-XX:AOTCache=" + cache(plain)));
  }

  private Path cache(ProcessPlan process) {
    return directory.resolve(process.name() + ".aot");
  }

  private Path unpack(Path jar) throws IOException, InterruptedException {
    Path known = unpacked.get(jar.toString());
    if (known != null) {
      return known;
    }
    Path to = directory.resolve(String.valueOf(jar.getFileName()).replace(".jar", ""));
    var arguments = List.of("extract", "--destination", to.toString());
    int status = java(List.of("-Djarmode=tools"), jar, arguments, Map.of());
    if (status != 0) {
      throw new IllegalStateException("the jar was not unpacked");
    }
    Path plain = to.resolve(jar.getFileName());
    unpacked.put(jar.toString(), plain);
    return plain;
  }

  private int java(
      List<String> options, Path jar, List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("training.log").toFile());
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }
}
