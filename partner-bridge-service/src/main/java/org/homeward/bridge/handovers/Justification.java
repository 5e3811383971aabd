package org.homeward.bridge.handovers;

import java.time.Instant;
import java.util.function.Function;
import org.homeward.bridge.handovers.HandoverDecision.Refusal;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.jspecify.annotations.Nullable;

/** The effect of one more person's statement that a life depends on it. */
sealed interface Justification {

  /** It is said for the first time, or another person has confirmed it. */
  record Stands(VitalInterest vital) implements Justification {}

  /** Two people have said it before. */
  record NothingNew() implements Justification {}

  /** Another person has to confirm it. */
  record SamePerson() implements Justification {}

  /**
   * The decision about a handover that it leads to.
   *
   * @param stated the handover with this word
   */
  default <H extends Handover> HandoverDecision<H> decision(
      Function<VitalInterest, H> stated, Function<Refusal, HandoverDecision<H>> refused) {
    return switch (this) {
      case Stands(VitalInterest vital) -> HandoverDecision.becomes(stated.apply(vital));
      case NothingNew() -> HandoverDecision.same();
      case SamePerson() -> refused.apply(Refusal.SECOND_PERSON_REQUIRED);
    };
  }

  /**
   * @param before what was said; null when nothing was
   * @param justification a code
   */
  static Justification of(
      @Nullable VitalInterest before,
      String by,
      String justification,
      String reference,
      Instant now) {
    if (before == null || !before.holds(now)) {
      return new Stands(new VitalInterest(by, justification, reference, now, null));
    }
    if (before.isConfirmed()) {
      return new NothingNew();
    }
    return before.by().equals(by) ? new SamePerson() : new Stands(before.confirmed(by));
  }
}
