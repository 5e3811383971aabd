package org.homeward.intake.screening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision that somebody asks to record. */
public record Decided(
    Indicators indicators,
    Answers answers,
    Finding finding,
    List<Exploitation> forms,
    @Nullable String reason) {

  public Decided {
    forms = List.copyOf(forms);
  }

  /** As it is kept, beside what the rule proposes. */
  public Screening screening(int number, String by, Instant at) {
    ProposedVictim proposal = ProposedVictim.of(indicators, answers);
    return new Screening(
        number, indicators.version(), answers, proposal, finding, forms, reason, by, at);
  }

  @Override
  public String toString() {
    return "Decided[" + finding + "]";
  }
}
