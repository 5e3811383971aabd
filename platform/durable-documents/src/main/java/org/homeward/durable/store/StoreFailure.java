package org.homeward.durable.store;

import org.jspecify.annotations.Nullable;

/** The store did not answer, or the outcome of a write is unknown. */
public abstract sealed class StoreFailure extends RuntimeException {

  private StoreFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Nothing was written. */
  public static final class Unavailable extends StoreFailure {
    public Unavailable(@Nullable Throwable cause) {
      super("the store does not answer", cause);
    }
  }

  /** The write may have been applied; the same command can be sent again and acts once. */
  public static final class OutcomeUnknown extends StoreFailure {
    public OutcomeUnknown(Throwable cause) {
      super("the store did not say whether the write was applied", cause);
    }
  }

  /** The document has grown to its limit; only freeze, end and erase are still taken. */
  public static final class TooLarge extends StoreFailure {
    public TooLarge() {
      super("the document has reached its size limit", null);
    }
  }

  /** A newer release has written it. A shape that is not understood is neither read nor written. */
  public static final class NewerSchema extends StoreFailure {
    public NewerSchema(String what, int stored, int known) {
      super(
          what
              + " is stored in schema "
              + stored
              + ", and this release reads up to "
              + known
              + ": a newer release has written it. Run that release, or see docs/operations.md,"
              + " 'Upgrade'.",
          null);
    }
  }
}
