package org.homeward.trials.story;

import java.io.PrintStream;
import java.util.Locale;

/** Prints one line for each step, with the time since the beginning. */
final class Timeline {
  private final PrintStream out;
  private final long begin = System.nanoTime();
  private int failed;
  private int passed;

  Timeline(PrintStream out) {
    this.out = out;
  }

  /** One step; what it returns is the end of its line. */
  @FunctionalInterface
  interface Step {
    String play();
  }

  /** Plays a step even if earlier ones failed. */
  void play(String title, Step step) {
    try {
      String more = step.play();
      passed++;
      tell("✔", more.isEmpty() ? title : title + " " + more);
    } catch (Expect.Mismatch mismatch) {
      failed++;
      tell("✘", named(title) + ": " + mismatch.getMessage());
    } catch (RuntimeException unexpected) {
      failed++;
      // The message of a foreign exception may quote what a person said.
      tell("✘", named(title) + ": " + unexpected.getClass().getSimpleName() + at(unexpected));
    }
  }

  void remark(String line) {
    out.println("            " + line);
  }

  void chapter(String title) {
    out.println();
    out.println(title);
  }

  int passed() {
    return passed;
  }

  int failed() {
    return failed;
  }

  private void tell(String mark, String line) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    out.println(String.format(Locale.ROOT, "%8.3f s  %s %s", seconds, mark, line));
  }

  /** A title may end with a colon; the step's result follows it. */
  private static String named(String title) {
    return title.endsWith(":") ? title.substring(0, title.length() - 1) : title;
  }

  private static String at(RuntimeException unexpected) {
    for (StackTraceElement frame : unexpected.getStackTrace()) {
      if (frame.getClassName().startsWith("org.homeward")) {
        return " at " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }
}
