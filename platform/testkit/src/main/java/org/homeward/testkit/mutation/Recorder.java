package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs each test class of a module once with nothing removed, and keeps what it reaches until the
 * class changes, or any class of the module that is no test.
 */
final class Recorder {
  private final ProjectCopy copy;
  private final TestJvms jvms;
  private final Path work;
  private final Map<String, Recording> known = new HashMap<>();

  Recorder(ProjectCopy copy, TestJvms jvms, Path work) {
    this.copy = copy;
    this.jvms = jvms;
    this.work = work;
  }

  /**
   * @param engines whether tests with engines are wanted, too
   */
  Recording of(String module, boolean engines) throws IOException, InterruptedException {
    String key = module + (engines ? "" : "-quick");
    Recording recording = known.get(key);
    if (recording == null) {
      recording = record(module, engines);
      known.put(key, recording);
    }
    return recording;
  }

  private Recording record(String module, boolean engines)
      throws IOException, InterruptedException {
    Path kept = Files.createDirectories(work.resolve(module));
    Path lines = work.resolve("lines");
    Files.write(
        lines, MarkedLine.in(copy.directory(".")).stream().map(MarkedLine::inSource).toList());
    var recording = new Recording();
    Optional<TestJvm> jvm = Optional.empty();
    for (var test : new TestClasses(copy.directory(module).resolve("target")).keys().entrySet()) {
      if (!engines && new TestsOfClass(test.getKey(), Set.of()).needsEngines()) {
        continue;
      }
      Path file = kept.resolve(test.getKey() + ".tsv");
      List<String> rows = Files.exists(file) ? Files.readAllLines(file) : List.of("");
      if (!rows.getFirst().equals(test.getValue())) {
        if (jvm.filter(TestJvm::isAlive).isEmpty()) {
          System.err.println("Recording which lines the tests of " + module + " reach …");
          jvm = Optional.of(jvms.startRecording(lines, module, work.resolve("jvm")));
        }
        jvm.get().run(Optional.empty(), List.of(new TestsOfClass(test.getKey(), Set.of())));
        rows = new ArrayList<>(List.of(test.getValue()));
        rows.addAll(jvm.get().report().rows());
        Files.write(file, rows);
      }
      recording.add(rows);
    }
    if (jvm.isPresent()) {
      jvm.get().close();
    }
    if (!recording.failed().isEmpty()) {
      System.err.println("These fail though nothing was taken away: " + recording.failed());
    }
    return recording;
  }
}
