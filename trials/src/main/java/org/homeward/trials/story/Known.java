package org.homeward.trials.story;

import org.jspecify.annotations.Nullable;

/** What one step finds out for those after it; they fail when it was not found. */
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
