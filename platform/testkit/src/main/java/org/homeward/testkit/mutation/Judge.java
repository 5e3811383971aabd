package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes one line and runs the tests of its module until one fails: those that prove its invariant
 * in a JVM that is already running, and all of them in a new one if that notices nothing.
 */
final class Judge implements AutoCloseable {
  private final ProjectCopy copy;
  private final TestJvm tests;
  private final ResidentTests residents;
  private final Path work;
  private final Set<String> sound = new HashSet<>(); // tests that pass when nothing is taken away
  private final Map<String, Set<String>> unsound = new HashMap<>(); // module → tests that do not

  /** Keeps the files of an unnoticed removal, logs included, below {@code work}. */
  Judge(ProjectCopy copy, TestJvm tests, Path work) {
    this.copy = copy;
    this.tests = tests;
    this.residents = new ResidentTests(tests, work.resolve("resident"));
    this.work = work;
  }

  Results.Row judge(MarkedLine line) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Path own = work.resolve(line.slug());
    Directories.delete(own);
    Optional<String> complaint = LineRemoval.compile(copy, line, own);
    var row =
        complaint.isPresent()
            ? new Found(Verdict.DOES_NOT_COMPILE, complaint.get())
            : found(line, noticed(line, own));
    if (row.verdict().isGood()) {
      Directories.delete(own);
    }
    long seconds = (System.nanoTime() - begin) / 1_000_000_000;
    return new Results.Row(
        line, row.verdict(), row.why(), seconds, copy.fingerprint(line.module()));
  }

  /** Tests that fail though nothing was taken away, by module. */
  Map<String, Set<String>> unsound() {
    return unsound;
  }

  private record Found(Verdict verdict, String why) {}

  private static Found found(MarkedLine line, TestRunEnd outcome) {
    return switch (outcome) {
      case TestRunEnd.Failed failed -> new Found(Verdict.KILLED, "by " + brief(failed));
      case TestRunEnd.Passed _ ->
          new Found(Verdict.SURVIVED, "no test of " + line.module() + " fails");
      case TestRunEnd.NotHere _ -> throw new IllegalStateException("a new JVM takes every line");
      case TestRunEnd.TimedOut late -> new Found(Verdict.TIMED_OUT, "during " + late.during());
    };
  }

  /** A test that also fails without a removal proves nothing. */
  private TestRunEnd noticed(MarkedLine line, Path own) throws IOException, InterruptedException {
    Set<String> without = unsound.getOrDefault(line.module(), Set.of());
    Optional<TestRunEnd.Failed> soon = residents.noticed(line, own.resolve("classes"), without);
    if (soon.isPresent()) {
      return soon.get();
    }
    while (true) {
      TestRunEnd outcome = tests.run(line, TestOrder.ofLine(line, without), own);
      if (!(outcome instanceof TestRunEnd.Failed failed)
          || isSound(line.module(), failed.test(), own)) {
        return outcome;
      }
      without = unsound.computeIfAbsent(line.module(), module -> new TreeSet<>());
      without.add(failed.test());
    }
  }

  private boolean isSound(String module, String test, Path own)
      throws IOException, InterruptedException {
    boolean passes =
        sound.contains(test)
            || test.equals("?")
            || tests.control(module, TestOrder.ofTest(test), own.resolve("control"))
                instanceof TestRunEnd.Passed;
    if (passes) {
      sound.add(test);
    }
    return passes;
  }

  private static String brief(TestRunEnd.Failed failed) {
    String name = failed.test().substring(failed.test().lastIndexOf('.') + 1);
    String unsaid = failed.proves() ? "" : " (which does not say that it proves it)";
    return name + unsaid + ": " + failed.why();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    residents.close();
  }
}
