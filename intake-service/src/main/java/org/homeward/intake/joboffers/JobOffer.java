package org.homeward.intake.joboffers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job offer that somebody has checked with a caller.
 *
 * @param by opaque id of the person who checked it last
 */
public record JobOffer(Said said, String by, Instant at) {

  public JobOffer {
    requireNonNull(said, "said");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /**
   * The words of both ends.
   *
   * @param destination ISO 3166-1 alpha-2 of the country of the work
   * @param contract what it says, or that there is none
   * @param intermediaries whoever arranges the work or the journey
   * @param advised what the caller was told, beside the advice of the questions
   * @param checked one answer for each question that somebody asked
   */
  public record Said(
      @Nullable String employer,
      @Nullable String destination,
      @Nullable String contract,
      @Nullable String intermediaries,
      @Nullable String advised,
      List<Checked> checked) {

    public Said {
      checked = checked == null ? List.of() : List.copyOf(checked);
    }

    @Override
    public String toString() {
      return "Said[redacted]";
    }
  }

  /** The answer to a question; a yes is good. */
  public enum Reply {
    YES,
    NO,
    UNKNOWN,
    NOT_ASKED
  }

  /**
   * One answer; a question without one was not asked, and that is never a no.
   *
   * @param question its code
   * @param advised whether the caller was told what stands beside the question
   */
  public record Checked(String question, Reply answer, boolean advised) {

    public Checked {
      requireNonNull(question, "question");
      requireNonNull(answer, "answer");
    }
  }

  /** Whether nothing else was said than before. */
  public boolean saysTheSameAs(@Nullable JobOffer before) {
    return before != null && said.equals(before.said());
  }

  @Override
  public String toString() {
    return "JobOffer[redacted]";
  }
}
