package org.homeward.durable.recovery;

/** Applies ending changes again through a service's use cases; safe to repeat. */
public interface Replay {

  /** The author of a replayed change. */
  String BY = "restore";

  /** The outcome of a line. */
  enum Replayed {
    DONE,
    /** These data know of it. */
    KNOWN,
    /** Its subject is not in these data, or it cannot be applied again: a person has to know. */
    MISSING
  }

  Replayed replay(EndsLine line);

  /** Nothing new goes out from here until two people have opened it. */
  default void quarantine() {}

  default boolean isQuarantined() {
    return false;
  }

  /** A sentence for people. */
  default String howToOpen() {
    return "";
  }
}
