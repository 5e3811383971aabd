package org.homeward.intake.oncall;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;

/** Keeps the card: the whole of it is written each time, and whoever is not on it is forgotten. */
public final class KeepCard {

  /** There is one. */
  private static final String CARD = "card";

  private final GuardedDocuments<OnCallCard> cards;
  private final Clock clock;

  KeepCard(GuardedDocuments<OnCallCard> cards, Clock clock) {
    this.cards = cards;
    this.clock = clock;
  }

  /**
   * Somebody on the card, as a call to her remembers it.
   *
   * @param duty as the card's code
   */
  public record OnCall(String entry, String duty, String name, String phone) {

    @Override
    public String toString() {
      return "OnCall[" + entry + ", " + duty + "]";
    }
  }

  OnCallCard now() {
    return cards.find(CARD).map(Guarded::state).orElse(OnCallCard.NOT_WRITTEN);
  }

  /** Somebody who is on the card now. */
  public Optional<OnCall> entry(String id) {
    return now().entry(id).map(it -> new OnCall(it.id(), it.duty().name(), it.name(), it.phone()));
  }

  /**
   * Empty when another edition stands than the one that was seen.
   *
   * @param seen absent: whichever stands
   */
  Optional<OnCallCard> put(List<OnCallCard.Entry> entries, OptionalLong seen, String by) {
    WriteOutcome.OfPutting<OnCallCard, Optional<OnCallCard>> outcome =
        cards.put(
            CARD,
            read -> {
              OnCallCard before = read.map(Guarded::state).orElse(OnCallCard.NOT_WRITTEN);
              if (seen.isPresent() && seen.getAsLong() != before.edition()) {
                return Decision.keep(Optional.empty());
              }
              OnCallCard now = before.with(entries);
              return before.entries().equals(entries)
                  ? Decision.keep(Optional.of(before))
                  : Decision.write(edit(now, by), Optional.of(now));
            });
    return switch (outcome) {
      case WriteOutcome.Written(_, var answer) -> answer;
      case WriteOutcome.Kept(_, var answer) -> answer;
      case WriteOutcome.NotMade(var answer) -> answer;
    };
  }

  private Edit<OnCallCard> edit(OnCallCard card, String by) {
    return Edit.of(card, by)
        .withDues(Map.of(KeptHistory.FORGET_DUE, clock.instant())) // upholds 8
        .asEssential();
  }
}
