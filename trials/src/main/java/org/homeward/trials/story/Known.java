package org.homeward.trials.story;

import org.jspecify.annotations.Nullable;

/** A value that one step finds for later steps, which fail when it is missing. */
final class Known<T> {
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
    return Expect.reached(what, value);
  }
}
