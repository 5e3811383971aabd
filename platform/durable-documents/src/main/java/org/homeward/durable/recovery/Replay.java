package org.homeward.durable.recovery;

/** Does once more, through a service's use cases, what only took away; safe to repeat. */
public interface Replay {

  /** Who has done it then. */
  String BY = "restore";

  /** What became of a line. */
  enum Replayed {
    DONE,
    /** These data know of it. */
    KNOWN,
    /** What it is about is not in these data, or it can't be done again: a person has to know. */
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
