package org.homeward.intake.screening;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a person whether somebody may be a victim. Nobody changes it: whoever sees it
 * otherwise makes another one.
 *
 * @param number the first of a file is 1
 * @param rule version of the indicators and of what their answers mean
 * @param forms of exploitation, as decided
 * @param reason of a decision that differs from the proposal
 * @param by opaque id of the person
 */
public record Screening(
    int number,
    int rule,
    Answers answers,
    ProposedVictim proposal,
    Finding finding,
    List<Exploitation> forms,
    @Nullable String reason,
    String by,
    Instant at) {

  public Screening {
    requireNonNull(answers, "answers");
    requireNonNull(proposal, "proposal");
    requireNonNull(finding, "finding");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    forms = forms == null ? List.of() : List.copyOf(forms);
    if (proposal.finding() != finding && reason == null) {
      throw new IllegalArgumentException("reason: a decision against the proposal has one");
    }
    if (finding == Finding.NO_INDICATION && !forms.isEmpty()) {
      throw new IllegalArgumentException("forms: nothing points to any");
    }
  }

  @Override
  public String toString() {
    return "Screening[" + number + "]";
  }
}
