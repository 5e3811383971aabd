package org.homeward.schema.disclosure;

import java.util.List;

/** The answer to a wish to know; the only thing that ports leaving the node accept as content. */
public sealed interface Disclosure {

  /** What may be told, and what of it was kept back as a whole. */
  record Disclosed(List<DisclosedSubject> subjects, List<Kept> withheld) implements Disclosure {

    public Disclosed {
      subjects = List.copyOf(subjects);
      withheld = List.copyOf(withheld);
    }
  }

  /** Nothing may be told. */
  record Withheld(Reason reason) implements Disclosure {}

  /** A subject that was kept back as a whole; for our own eyes, not for the reader. */
  record Kept(String id, Reason reason) {}

  /** Why something is kept back. */
  enum Reason {
    /** The reader, or the reader's desk, node or country must not learn of it. */
    NOT_TO,
    /** An exercise for a real reader, or the reverse. */
    EXERCISE,
    /** No rule lets it cross the border. */
    TRANSFER,
    /** The look could not be recorded. */
    AUDIT_UNAVAILABLE
  }
}
