package org.homeward.trials.story;

import org.jspecify.annotations.Nullable;

/** A value that one step finds for later ones; they fail when it was not found. */
final class Known<T> {
  private final String what;
  private @Nullable T value;

  /**
   * @param what as it is said when it is missing
   */
  Known(String what) {
    this.what = what;
  }

  void is(T found) {
    value = found;
  }

  T get() {
    return Expect.reached(what, value);
  }
}
