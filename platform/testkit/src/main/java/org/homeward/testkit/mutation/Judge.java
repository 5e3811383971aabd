package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes one line and runs the tests that reach it until one fails: in a JVM that is already
 * running, and in a new one if that notices nothing.
 */
final class Judge implements AutoCloseable {
  private final ProjectCopy copy;
  private final TestJvms jvms;
  private final Recorder recorder;
  private final ResidentTests residents;
  private final boolean quick;
  private final Path work;
  private final Set<String> sound = new HashSet<>(); // tests that pass when nothing is taken away
  private final Set<String> unsound = new TreeSet<>(); // tests that do not

  /**
   * @param quick asks only tests without engines, so that a line may survive that others notice
   * @param work keeps the files of an unnoticed removal, logs included
   */
  Judge(ProjectCopy copy, TestJvms jvms, boolean quick, Path work) {
    this.copy = copy;
    this.jvms = jvms;
    this.quick = quick;
    this.recorder = new Recorder(copy, jvms, work.resolve("recorded"));
    this.residents = new ResidentTests(jvms, work.resolve("resident"));
    this.work = work;
  }

  Results.Row judge(MarkedLine line) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Path own = work.resolve(line.slug());
    Directories.delete(own);
    var removal = LineRemoval.of(copy, line, own);
    var row = new Found(Verdict.DOES_NOT_COMPILE, removal.complaint());
    for (Path classes : removal.classes()) {
      row = found(line, classes, own);
      if (!row.verdict().isGood()) {
        break;
      }
    }
    if (row.verdict().isGood()) {
      Directories.delete(own);
    }
    long seconds = (System.nanoTime() - begin) / 1_000_000_000;
    return new Results.Row(
        line, row.verdict(), row.why(), seconds, copy.fingerprint(line.module()));
  }

  /** Tests that fail though nothing was taken away. */
  Set<String> unsound() {
    return unsound;
  }

  private record Found(Verdict verdict, String why) {}

  private Found found(MarkedLine line, Path classes, Path own)
      throws IOException, InterruptedException {
    String module = line.module();
    Optional<TestRunEnd.Failed> soon = residents.noticed(module, classes, reaching(line, false));
    if (soon.isEmpty() && quick) {
      return new Found(Verdict.SURVIVED, "no test without engines fails");
    }
    List<TestsOfClass> tests = List.of();
    if (soon.isEmpty()) {
      tests = reaching(line, true);
      var others = tests.stream().filter(TestsOfClass::needsEngines).toList();
      soon = residents.noticed(module, classes, others);
    }
    if (soon.isEmpty() && tests.isEmpty()) {
      return new Found(Verdict.SURVIVED, "no test reaches it");
    }
    TestRunEnd end = soon.isPresent() ? soon.get() : inNewJvm(module, classes, tests, own);
    return switch (end) {
      case TestRunEnd.Failed failed -> new Found(Verdict.KILLED, "by " + brief(failed));
      case TestRunEnd.Passed _ ->
          new Found(Verdict.SURVIVED, "all tests of " + tests.size() + " classes pass");
      case TestRunEnd.NotHere _ -> throw new IllegalStateException("a new JVM takes every line");
      case TestRunEnd.TimedOut late -> new Found(Verdict.TIMED_OUT, "during " + late.during());
      case TestRunEnd.Died died -> throw new IllegalStateException("taken for failed: " + died);
    };
  }

  private List<TestsOfClass> reaching(MarkedLine line, boolean engines)
      throws IOException, InterruptedException {
    Recording recording = recorder.of(line.module(), engines);
    unsound.addAll(recording.failed());
    return recording.reaching(line, unsound);
  }

  /** A test that also fails without a removal proves nothing. */
  private TestRunEnd inNewJvm(String module, Path classes, List<TestsOfClass> tests, Path own)
      throws IOException, InterruptedException {
    while (true) {
      TestRunEnd end;
      try (TestJvm jvm = jvms.startWith(classes, module, own)) {
        end = jvm.run(Optional.empty(), TestsOfClass.without(tests, unsound));
      }
      if (end instanceof TestRunEnd.Died died) {
        if (died.during().equals("?")) {
          throw new IOException("A JVM ended before its first test: " + own.resolve("log"));
        }
        end = new TestRunEnd.Failed(died.during(), "the JVM ended");
      }
      if (!(end instanceof TestRunEnd.Failed failed) || isSound(module, failed.test(), own)) {
        return end;
      }
      unsound.add(failed.test());
    }
  }

  private boolean isSound(String module, String test, Path own)
      throws IOException, InterruptedException {
    if (!sound.contains(test)) {
      try (TestJvm jvm = jvms.start(module, own.resolve("control"))) {
        var end = jvm.run(Optional.empty(), List.of(TestsOfClass.of(test)));
        if (!(end instanceof TestRunEnd.Passed)) {
          return false;
        }
      }
      sound.add(test);
    }
    return true;
  }

  private static String brief(TestRunEnd.Failed failed) {
    return failed.test().substring(failed.test().lastIndexOf('.') + 1) + ": " + failed.why();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    residents.close();
  }
}
