package org.homeward.durable.recovery;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a database is the one with which its service ended, or an earlier copy. */
public sealed interface DataAge {

  /** The incarnation of all writes from now on. */
  int incarnation();

  /** The database is as it was left, or new. */
  record AsLeft(int incarnation) implements DataAge {}

  /**
   * The database is an earlier copy.
   *
   * @param announced somebody raised the incarnation for it, as the restore command does
   * @param last the newest mark that was noted; null when none was
   * @param copy the mark in the copy; null when it has none
   */
  record Restored(
      int incarnation, boolean announced, @Nullable RunMark last, @Nullable RunMark copy)
      implements DataAge {}

  /**
   * @param noted in the file outside the store, read before the store was
   * @param counted in the store
   * @param raisedTo what the file {@code incarnation} holds
   * @param used the database is not a new one
   */
  static DataAge of(
      Optional<RunMark> noted, Optional<RunMark> counted, int raisedTo, boolean used) {
    long reached = counted.map(RunMark::n).orElse(-1L);
    int wroteAs = counted.map(RunMark::incarnation).orElse(used ? 0 : raisedTo);
    boolean isBehind = noted.isPresent() && reached < noted.get().n();
    if (!isBehind && wroteAs >= raisedTo) {
      return new AsLeft(wroteAs);
    }
    int ranAs = noted.map(RunMark::incarnation).orElse(wroteAs);
    // Writes made as ranAs are lost: their numbers must not be given again.
    int next = IntStream.of(raisedTo, wroteAs + 1, ranAs + 1).max().getAsInt();
    return new Restored(
        next, raisedTo > Math.max(ranAs, wroteAs), noted.orElse(null), counted.orElse(null));
  }
}
