package org.homeward.trials.story;

import java.util.Objects;
import org.homeward.local.client.Answer;
import org.jspecify.annotations.Nullable;

/** The checks of the steps. */
final class Expect {
  private Expect() {}

  static Answer status(int expected, Answer answer) {
    if (answer.status() != expected) {
      throw new Mismatch(Integer.toString(expected), answer);
    }
    if (expected >= 400 && !answer.isProblem()) {
      throw new Mismatch("problem+json", "another media type");
    }
    return answer;
  }

  /** A refusal that people read, as a page. */
  static Answer page(int expected, Answer answer) {
    if (answer.status() != expected) {
      throw new Mismatch(Integer.toString(expected), answer);
    }
    that("a page", answer.header("Content-Type").startsWith("text/html"));
    return answer;
  }

  static void equal(String what, Object expected, Object got) {
    if (!Objects.equals(expected, got)) {
      throw new Mismatch(what + " " + expected, got);
    }
  }

  /** Names what holds when it should; the value stays unsaid. */
  static void that(String what, boolean holds) {
    if (!holds) {
      throw new Mismatch(what, "the opposite");
    }
  }

  static <T> T reached(String what, @Nullable T value) {
    if (value == null) {
      throw Mismatch.notReached(what);
    }
    return value;
  }

  /** The result of a step is not the expected one. The message never quotes facts. */
  static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mismatch(String expected, Object got) {
      super("expected " + expected + ", got " + got);
    }

    /** A step cannot run because an earlier one failed. */
    private static Mismatch notReached(String missing) {
      return new Mismatch(missing + " of an earlier step", "nothing");
    }
  }

  /** A value that one step finds for later steps, which fail when it is missing. */
  static final class Known<T> {
    private final String what;
    private @Nullable T value;

    /**
     * @param what the name of the value in the failure
     */
    Known(String what) {
      this.what = what;
    }

    void is(T found) {
      value = found;
    }

    T get() {
      return reached(what, value);
    }
  }
}
