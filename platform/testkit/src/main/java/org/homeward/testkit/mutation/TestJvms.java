package org.homeward.testkit.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Starts JVMs with the class path of a module's tests. */
final class TestJvms {
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx768m", // this and the next two as in the parent POM
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+AllowRedefinitionToAddDeleteMethods", // lambdas come and go with their line
          "-Dhomeward.patience=20"); // who waits in vain for what a line does, waits less

  private final ProjectCopy copy;
  private final Path vectors;
  private final List<String> prefix;
  private final Duration limit;

  /**
   * @param vectors which the tests look for beside the project, where the copy is not
   * @param prefix of every command, such as {@code nice -n 19}
   * @param limit of the time without any event in a JVM
   */
  TestJvms(ProjectCopy copy, Path vectors, List<String> prefix, Duration limit) {
    this.copy = copy;
    this.vectors = vectors;
    this.prefix = prefix;
    this.limit = limit;
  }

  TestJvm start(String module, Path work) throws IOException {
    return start(module, Optional.empty(), Optional.empty(), work);
  }

  /** The classes stand in from the start. */
  TestJvm startWith(Path classes, String module, Path work) throws IOException {
    return start(module, Optional.of(classes), Optional.empty(), work);
  }

  /** Records which lines of a file are reached. */
  TestJvm startRecording(Path lines, String module, Path work) throws IOException {
    return start(module, Optional.empty(), Optional.of(lines), work);
  }

  private TestJvm start(String module, Optional<Path> overlay, Optional<Path> recorded, Path work)
      throws IOException {
    List<String> path = new ArrayList<>();
    overlay.map(Path::toString).ifPresent(path::add);
    path.addAll(copy.classPath(module));
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(work.resolve("tmp")));
    command.add("-javaagent:" + agent(work) + recorded.map(lines -> "=" + lines).orElse(""));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
    command.add("org.homeward.testkit.mutation.TestRuns");
    var builder = new ProcessBuilder(command).directory(copy.directory(module).toFile());
    builder.redirectErrorStream(true).redirectOutput(work.resolve("log").toFile());
    if (Files.exists(vectors)) {
      builder.environment().putIfAbsent("CONFORMANCE_DIR", vectors.toString());
    }
    return new TestJvm(builder.start(), work, limit);
  }

  /** A jar that names {@link ClassOverlay} to a JVM; the class is on its class path. */
  private static Path agent(Path work) throws IOException {
    Path jar = work.resolve("agent.jar");
    var manifest = new Manifest();
    Attributes names = manifest.getMainAttributes();
    names.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    names.putValue("Premain-Class", "org.homeward.testkit.mutation.ClassOverlay");
    names.putValue("Can-Retransform-Classes", "true");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
