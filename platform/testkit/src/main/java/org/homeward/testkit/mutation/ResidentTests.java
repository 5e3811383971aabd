package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a JVM that is already running whether the tests notice a missing line. A failure counts only
 * if the test passes again once the line is back, because an earlier removal may have left
 * something behind.
 */
final class ResidentTests implements AutoCloseable {
  private static final int TRIES = 3;

  private final TestJvm jvms;
  private final Path work;
  private final Set<String> onlyOnce = new HashSet<>(); // tests that fail when they are run again
  private Optional<ResidentJvm> jvm = Optional.empty();
  private String module = "";

  ResidentTests(TestJvm jvms, Path work) {
    this.jvms = jvms;
    this.work = work;
  }

  /** Empty when only a new JVM can tell. */
  Optional<TestRunEnd.Failed> noticed(MarkedLine line, Path classes, Set<String> unsound)
      throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      ResidentJvm running = of(line.module());
      Set<String> without = new HashSet<>(unsound);
      without.addAll(onlyOnce);
      var end = running.run(Optional.of(classes), TestOrder.ofLine(line, without));
      if (!(end.orElse(null) instanceof TestRunEnd.Failed failed)) {
        return Optional.empty();
      }
      var again = running.run(Optional.empty(), TestOrder.ofTest(failed.test()));
      if (again.orElse(null) instanceof TestRunEnd.Passed) {
        return Optional.of(failed);
      }
      onlyOnce.add(failed.test());
    }
    close();
    return Optional.empty();
  }

  private ResidentJvm of(String wanted) throws IOException, InterruptedException {
    if (!wanted.equals(module) || jvm.filter(ResidentJvm::isAlive).isEmpty()) {
      close();
      jvm = Optional.of(jvms.resident(wanted, work));
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
