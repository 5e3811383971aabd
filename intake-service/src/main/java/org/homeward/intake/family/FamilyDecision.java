package org.homeward.intake.family;

import java.util.List;

/** What became of it. */
sealed interface FamilyDecision {

  record Changed(KeptFamily next) implements FamilyDecision {}

  /** It is so already. */
  record Unchanged() implements FamilyDecision {}

  record Refused(Refusal why) implements FamilyDecision {}

  /** Rules are not met: this contact hears nothing. */
  record ToldNothing(List<FamilyRules.Rule> unmet) implements FamilyDecision {

    public ToldNothing {
      unmet = List.copyOf(unmet);
    }
  }

  /** Why nothing becomes of a command. */
  enum Refusal {
    CASE_ERASED,
    NO_SUCH_CONTACT,
    NO_SUCH_UPDATE,
    CONTACT_OVER,
    /** Another number was dialled than the one on file. */
    NUMBER_NOT_ON_FILE,
    /** The person has said another name. */
    NAME_NOT_CONFIRMED,
    /** What the sentence says is not true now. */
    SENTENCE_NOT_NOW,
    /** The sentence promises a call, and none is promised. */
    NEXT_CALL_NEEDED,
    /** Somebody has said before that something else became of it. */
    UPDATE_SETTLED
  }
}
