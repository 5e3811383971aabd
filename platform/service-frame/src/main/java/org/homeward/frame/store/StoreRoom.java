package org.homeward.frame.store;

/**
 * Whether the store has room for something new. What goes on with what is there (a report that
 * joins, a stop, an end, an erasure, a reader's write, an audit entry) does not ask.
 */
@FunctionalInterface
public interface StoreRoom {

  /** What may be refused, and from how full a store on. */
  enum Wish {
    SUBSCRIPTION(75),
    CASE(85),
    /** A child is in danger now. */
    CASE_IN_DANGER(93);

    private final int refusedFrom;

    Wish(int refusedFrom) {
      this.refusedFrom = refusedFrom;
    }

    boolean fits(int percent) {
      return percent < refusedFrom;
    }
  }

  /** Asks nobody: the store says with each answer how full it is. */
  boolean has(Wish wish);

  /** Nothing was written, and nothing is kept of the request. */
  final class Full extends RuntimeException {
    public Full() {
      super("the store has no room for it");
    }
  }
}
