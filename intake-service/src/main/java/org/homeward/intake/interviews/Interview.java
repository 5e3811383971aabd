package org.homeward.intake.interviews;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.Feared;
import org.jspecify.annotations.Nullable;

/**
 * An interview that was offered to one child of one case after its return.
 *
 * @param number the first of a child is 1
 * @param offeredBy opaque id of the person who offered it
 * @param due when the child is to have answered, at the latest
 * @param end the child's refusal, or the interview itself; null while the child has not answered
 */
record Interview(
    String caseId,
    String child,
    int number,
    boolean exercise,
    Interviewer interviewer,
    String offeredBy,
    Instant offeredAt,
    Instant due,
    @Nullable End end)
    implements KeptInterview {

  /** By which the interviews of a case are asked for. */
  static final String CASE_ID = "caseId";

  /** What is asked; the child answers what it wants to. */
  enum Question {
    WHERE,
    WITH_WHOM,
    WHY,
    WHAT_HAPPENED,
    HARM,
    HELP,
    AGAIN
  }

  /**
   * How it ended.
   *
   * @param held whether the child spoke; otherwise it refused
   * @param answers in words, for confidants alone
   * @param danger that the child named; null where it named none
   * @param by opaque id of the person who recorded it
   */
  record End(
      boolean held, Map<Question, String> answers, @Nullable Danger danger, String by, Instant at) {

    End {
      answers = answers == null ? Map.of() : Map.copyOf(answers);
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }

    @Override
    public String toString() {
      return "End[" + held + "]";
    }
  }

  Interview {
    requireNonNull(caseId, "caseId");
    requireNonNull(child, "child");
    requireNonNull(interviewer, "interviewer");
    requireNonNull(offeredBy, "offeredBy");
    requireNonNull(offeredAt, "offeredAt");
    requireNonNull(due, "due");
  }

  boolean isOpen() {
    return end == null;
  }

  Interview ended(End how) {
    return new Interview(
        caseId, child, number, exercise, interviewer, offeredBy, offeredAt, due, how);
  }

  /** Opaque id of the person here who sees to it: our own interviewer, or whoever offered it. */
  String owner() {
    String ours = interviewer.person();
    return ours == null ? offeredBy : ours;
  }

  /** Who is the danger that the child named; anybody, where it did not say who. */
  Set<Feared> feared() {
    Danger danger = end == null ? null : end.danger();
    if (danger == null) {
      return Set.of();
    }
    return danger.feared().isEmpty() ? Set.of(Feared.OTHER) : Set.copyOf(danger.feared());
  }

  /** The danger that no report says yet; null where there is none. */
  @Nullable Danger unfiled() {
    Danger danger = end == null ? null : end.danger();
    return danger == null || danger.filed() != null ? null : danger;
  }

  Interview filed(Danger.Filed where) {
    End now = requireNonNull(end, "end");
    Danger danger = requireNonNull(now.danger(), "danger").filed(where);
    return ended(new End(now.held(), now.answers(), danger, now.by(), now.at()));
  }

  @Override
  public String toString() {
    return "Interview[redacted]";
  }
}
