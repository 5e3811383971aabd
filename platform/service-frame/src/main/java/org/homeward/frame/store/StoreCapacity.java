package org.homeward.frame.store;

/**
 * Whether the store has room for something new. Work on existing data (a report that joins, a stop,
 * an end, an erasure, a reader's write, an audit entry) does not ask.
 */
@FunctionalInterface
public interface StoreCapacity {

  /** The kinds of work that may be refused, each with the fill level from which on. */
  enum Work {
    SUBSCRIPTION(75),
    /** Of somebody without a login. */
    TIP(80),
    CASE(85),
    /** A child is in danger now. */
    CASE_IN_DANGER(93);

    private final int refusedFrom;

    Work(int refusedFrom) {
      this.refusedFrom = refusedFrom;
    }

    boolean fits(int percent) {
      return percent < refusedFrom;
    }
  }

  /** Makes no query: the store reports its fill level with each answer. */
  boolean has(Work work);

  /** Nothing was written, and nothing is kept of the request. */
  final class Full extends RuntimeException {
    public Full() {
      super("the store has no room for it");
    }
  }
}
