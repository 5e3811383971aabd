package org.homeward.schema.disclosure;

import java.util.List;

/** The answer to a look; ports that leave the node accept no other content. */
public sealed interface Disclosure {

  /** Content that may leave, and the parts that were withheld as a whole. */
  record Disclosed(List<DisclosedSubject> subjects, List<WithheldSubject> withheld)
      implements Disclosure {

    public Disclosed {
      subjects = List.copyOf(subjects);
      withheld = List.copyOf(withheld);
    }
  }

  /** Nothing may be disclosed. */
  record Withheld(Reason reason) implements Disclosure {}

  /** A subject that was withheld as a whole; for us, not for the reader. */
  record WithheldSubject(String id, Reason reason) {}

  /** The reason why something is withheld. */
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
