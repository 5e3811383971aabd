package org.homeward.durable.log;

import java.util.List;

/** The verdict about the chain of a log. */
public sealed interface ChainVerdict {

  /**
   * Every entry fits the one before, and what was noted outside.
   *
   * @param head the number of the newest entry
   * @param sealedFrom the number of the first entry with a key; −1 when none has one
   * @param lost what restores have superseded
   * @param unchecked what was made with keys that are lost: its content may have been changed
   */
  record Whole(long head, long sealedFrom, List<Witness> lost, List<Unchecked> unchecked)
      implements ChainVerdict {
    public Whole {
      lost = List.copyOf(lost);
      unchecked = List.copyOf(unchecked);
    }

    /** One of which every entry could be checked. */
    public Whole(long head, long sealedFrom, List<Witness> lost) {
      this(head, sealedFrom, lost, List.of());
    }

    /** The number from which on every entry was checked. */
    public long checkedFrom() {
      return unchecked.isEmpty() ? 0 : unchecked.getLast().to() + 1;
    }
  }

  /** The entries from one number to another, made with a key that is lost. */
  record Unchecked(String key, long from, long to) {}

  /**
   * The first link that does not hold.
   *
   * @param n the number of the entry
   * @param upTo where it is only known that one of several was changed, the last of them
   */
  record Broken(long n, long upTo, Fault fault) implements ChainVerdict {
    Broken(long n, Fault fault) {
      this(n, n, fault);
    }
  }

  /** The fault of a link. */
  enum Fault {
    /** It was edited, or exchanged with another, or its hash was made without the key. */
    CHANGED("does not fit the one before: it was changed, moved, or made without the key"),
    MISSING("is not there, though later ones are"),
    CUT_OFF("is not there: a checkpoint knows of it"),
    UNSEALED("holds no key, though the log had one by then"),
    OLDER_KEY("holds a key that was out of use by then"),
    UNKNOWN_KEY("cannot be checked: its key is not in the file"),
    REWRITTEN("is not the one that a checkpoint knows: from here on all was made anew");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }

    /** The words after the number of an entry. */
    public String sentence() {
      return sentence;
    }
  }
}
