package org.homeward.intake.interviews;

/** What became of an interview. */
sealed interface InterviewDecision {

  record Changed(KeptInterview next) implements InterviewDecision {}

  /** It is so already. */
  record Unchanged() implements InterviewDecision {}

  record Refused(Refusal why) implements InterviewDecision {}

  /** Why nothing becomes of a word. */
  enum Refusal {
    CASE_ERASED,
    INTERVIEW_OVER
  }

  /** The child has answered the offer; a second answer takes no first one back. */
  static InterviewDecision ended(KeptInterview state, Interview.End how) {
    return switch (state) {
      case GoneInterview _ -> new Refused(Refusal.CASE_ERASED);
      case Interview it when it.isOpen() -> new Changed(it.ended(how));
      case Interview _ -> new Refused(Refusal.INTERVIEW_OVER);
    };
  }

  /** A report says the danger now. */
  static InterviewDecision filed(KeptInterview state, Danger.Filed where) {
    return switch (state) {
      case Interview it when it.unfiled() != null -> new Changed(it.filed(where));
      case Interview _, GoneInterview _ -> new Unchanged();
    };
  }
}
