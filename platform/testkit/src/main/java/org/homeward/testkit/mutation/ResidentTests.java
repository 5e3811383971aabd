package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a JVM that is already running whether the tests notice a missing line. A failure counts only
 * if the test passes once the line is back and then fails without it again, because an earlier
 * removal may have left something behind.
 */
final class ResidentTests implements AutoCloseable {
  private static final int TRIES = 3;

  private final TestJvms jvms;
  private final Path work;
  private final Set<String> onlyOnce = new HashSet<>(); // tests that fail when they are run again
  private Optional<TestJvm> jvm = Optional.empty();
  private String module = "";

  ResidentTests(TestJvms jvms, Path work) {
    this.jvms = jvms;
    this.work = work;
  }

  /** Empty when only a new JVM can tell. */
  Optional<TestRunEnd.Failed> noticed(String wanted, Path classes, List<TestsOfClass> tests)
      throws IOException, InterruptedException {
    List<TestsOfClass> left = TestsOfClass.without(tests, onlyOnce);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    var removed = Optional.of(classes);
    for (int i = 0; i < TRIES; i++) {
      if (!(run(wanted, removed, left) instanceof TestRunEnd.Failed failed)) {
        return Optional.empty();
      }
      var it = List.of(TestsOfClass.of(failed.test()));
      if (run(wanted, Optional.empty(), it) instanceof TestRunEnd.Passed
          && run(wanted, removed, it) instanceof TestRunEnd.Failed) {
        return Optional.of(failed);
      }
      onlyOnce.add(failed.test());
      left = TestsOfClass.without(left, onlyOnce);
    }
    close();
    return Optional.empty();
  }

  /** A JVM sometimes breaks when methods come and go; a new one says what holds. */
  private TestRunEnd run(String wanted, Optional<Path> removed, List<TestsOfClass> tests)
      throws IOException, InterruptedException {
    TestRunEnd end = of(wanted).run(removed, tests);
    return end instanceof TestRunEnd.Died ? of(wanted).run(removed, tests) : end;
  }

  private TestJvm of(String wanted) throws IOException, InterruptedException {
    if (!wanted.equals(module) || jvm.filter(TestJvm::isAlive).isEmpty()) {
      close();
      jvm = Optional.of(jvms.start(wanted, work));
      module = wanted;
    }
    return jvm.orElseThrow();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (jvm.isPresent()) {
      jvm.get().close();
      jvm = Optional.empty();
    }
  }
}
