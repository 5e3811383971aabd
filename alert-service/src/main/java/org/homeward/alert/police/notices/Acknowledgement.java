package org.homeward.alert.police.notices;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/**
 * The word of a desk to a notice.
 *
 * @param person of the desk, who says so; null when the desk's program does
 */
public record Acknowledgement(Word says, @Nullable String person, Instant at) {

  public Acknowledgement {
    requireNonNull(says, "says");
    requireNonNull(at, "at");
  }

  /** The words that a desk has for it. */
  public enum Word {
    /** Somebody there has read it. */
    SEEN(ChangeType.POLICE_NOTICE_SEEN),
    /** The desk is looking for the child. */
    ACTING(ChangeType.POLICE_NOTICE_ACTING),
    /** Another desk should have it; the search still waits for one. */
    NOT_OURS(ChangeType.POLICE_NOTICE_NOT_OURS);

    private final ChangeType change;

    Word(ChangeType change) {
      this.change = change;
    }

    String change() {
      return change.text();
    }
  }

  /** Whether the search is in somebody's hands then; that a program has read it, is nobody's. */
  boolean isAnswer() {
    boolean onlyByProgram = says == Word.SEEN && person == null;
    if (onlyByProgram) return false; // upholds 11
    return says != Word.NOT_OURS;
  }

  /** Whether a later word of the same desk adds nothing: a desk that acts has seen it. */
  boolean covers(Acknowledgement later) {
    boolean same = says == later.says || (says == Word.ACTING && later.says == Word.SEEN);
    return same && (isAnswer() || !later.isAnswer());
  }

  /** Whether a change tells the hotline what police said, and police nothing. */
  public static boolean isOnly(String change) {
    return change.equals(ChangeType.POLICE_NOTICE_UNANSWERED.text())
        || Arrays.stream(Word.values()).anyMatch(word -> word.change().equals(change));
  }
}
