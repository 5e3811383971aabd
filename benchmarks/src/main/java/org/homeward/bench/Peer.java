package org.homeward.bench;

import java.util.OptionalLong;
import java.util.function.Function;

/** One of those that take the same reports and show each to somebody a little later. */
interface Peer {

  String name();

  /**
   * Hands over a new report and returns when it is accepted.
   *
   * @return what it is called where it will be shown
   * @throws RuntimeException when it is not accepted
   */
  String hand();

  /** Looks from now on at what is shown. */
  Watch watch();

  /** Returns when nothing that the last run left to do can disturb the next. */
  default void settle() {}

  /**
   * Somebody who looks.
   *
   * @param look asks for what is new; for those who do not look all the time
   * @param shown {@link System#nanoTime} of when a report was shown
   */
  record Watch(Runnable look, Function<String, OptionalLong> shown, Runnable end)
      implements AutoCloseable {

    /** For those who look all the time. */
    Watch(Function<String, OptionalLong> shown, Runnable end) {
      this(() -> {}, shown, end);
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
