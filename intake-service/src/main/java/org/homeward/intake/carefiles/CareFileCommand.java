package org.homeward.intake.carefiles;

import java.time.Duration;
import java.util.Set;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.screening.Decided;
import org.jspecify.annotations.Nullable;

/** What a person or the time does to a care file. */
sealed interface CareFileCommand {

  /** A member writes down whom it is about. */
  record Write(About about) implements CareFileCommand {}

  /**
   * A member says who reads it, and who must not learn of it.
   *
   * @param notTo more of them; none is ever taken away
   */
  record Share(Set<String> members, Set<String> notTo) implements CareFileCommand {}

  /** A member decides whether somebody may be a victim. */
  record Screen(Decided decided, String by) implements CareFileCommand {}

  /** The person agrees that these offices learn of her or him, or takes that back. */
  record Agree(Set<Office> to, Consent.How how, String by) implements CareFileCommand {}

  /** A member has told somebody outside. */
  record PassOn(
      Office to,
      String name,
      String what,
      Leaving.Ground ground,
      @Nullable String reason,
      String by)
      implements CareFileCommand {

    @Override
    public String toString() {
      return "PassOn[" + to + ", " + ground + "]";
    }
  }

  /** A supervisor opens it by break-glass. */
  record BreakGlass(Opening.Code code, String words, String by) implements CareFileCommand {

    @Override
    public String toString() {
      return "BreakGlass[" + code + "]";
    }
  }

  /** The data-protection officer has asked about one of the openings. */
  record Ask(int opening, String by) implements CareFileCommand {}

  /** A break-glass may be over. */
  record CloseGlass() implements CareFileCommand {}

  /**
   * One of two words to erase it.
   *
   * @param officer whether it is the officer's
   */
  record Erase(EraseReason reason, String by, boolean officer) implements CareFileCommand {}

  /**
   * A restore takes members out again, and keeps it from people again.
   *
   * @param members who were left
   */
  record ShareAgain(Set<String> out, Set<String> notTo, Set<String> members)
      implements CareFileCommand {}

  /** A restore erases it again. */
  record EraseAgain() implements CareFileCommand {}

  /** Nobody has touched it within this time. */
  record ExpireIfDue(Duration kept) implements CareFileCommand {}
}
