package org.homeward.pictures.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.pictures.ReaderUnavailable;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.child.Answer;
import org.homeward.pictures.child.PictureProcess;
import org.homeward.pictures.child.Task;

/** One picture in one child process, from its start to its end. */
final class ChildRun {
  private static final int ENDED_BY_SIGNAL = 128;

  /** Failures of decoders: illegal instruction, abort, bus error, arithmetic, memory access. */
  private static final Set<Integer> CRASHES = Set.of(4, 6, 7, 8, 11);

  private final Process process;
  private final AtomicBoolean late = new AtomicBoolean();

  private ChildRun(Process process) {
    this.process = process;
  }

  static Answer of(ChildJvm jvm, Task task, Duration mostTime) throws InterruptedException {
    var run = new ChildRun(start(jvm, task, mostTime));
    try {
      Thread.ofVirtual().start(() -> run.endAfter(mostTime));
      run.tell(task);
      return run.answer();
    } finally {
      run.process.destroyForcibly();
    }
  }

  private static Process start(ChildJvm jvm, Task task, Duration mostTime) {
    try {
      return jvm.start(task.picture().format(), mostTime);
    } catch (IOException e) {
      throw new ReaderUnavailable("the machine starts no process to read the picture in", e);
    }
  }

  private void endAfter(Duration mostTime) {
    try {
      if (!process.waitFor(mostTime.toMillis(), TimeUnit.MILLISECONDS)) {
        late.set(true);
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Task task) {
    try (OutputStream out = process.getOutputStream()) {
      task.write(out);
    } catch (IOException endedEarly) {
      // the way it ended says why
    }
  }

  private Answer answer() throws InterruptedException {
    byte[] answer = listen();
    if (answer.length > Answer.MOST_BYTES) {
      return new Answer.Unmade(Refusal.UNREADABLE);
    }
    int exit = process.waitFor();
    if (late.get() || exit == PictureProcess.EXIT_TOO_SLOW) {
      return new Answer.Unmade(Refusal.TOO_SLOW);
    }
    if (exit == ChildJvm.EXIT_OUT_OF_MEMORY) {
      return new Answer.Unmade(Refusal.TOO_MUCH_MEMORY);
    }
    if (CRASHES.contains(exit - ENDED_BY_SIGNAL)) {
      return new Answer.Unmade(Refusal.UNREADABLE);
    }
    if (exit != 0) { // somebody ended it, or the JVM did not come up
      throw new ReaderUnavailable("the process that read the picture ended with " + exit);
    }
    try {
      return Answer.read(answer);
    } catch (IOException notTheAnswerOfOurs) {
      return new Answer.Unmade(Refusal.UNREADABLE);
    }
  }

  private byte[] listen() {
    try {
      return process.getInputStream().readNBytes(Answer.MOST_BYTES + 1);
    } catch (IOException ended) {
      return new byte[0];
    }
  }
}
