package org.homeward.alert.orders.takers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Writes down who has taken posters of an alert, as long as its words are known. */
final class EnterTaker {

  private final GuardedDocuments<PosterTaker> takers;
  private final Clock clock;

  EnterTaker(GuardedDocuments<PosterTaker> takers, Clock clock) {
    this.takers = takers;
    this.clock = clock;
  }

  /** What people say of it. */
  record TakerWish(PosterTaker.Contact contact, int copies, String places) {

    @Override
    public String toString() {
      return "TakerWish[redacted]";
    }
  }

  /** How it ended. */
  sealed interface Entered {

    record Done(Guarded<PosterTaker> taker) implements Entered {}

    /** The alert is for volunteers, has not begun, or is over for long. */
    record NoPosters() implements Entered {}

    record KeyReused() implements Entered {}
  }

  Entered enter(SeenAlert alert, TakerWish wish, Command command, String by) {
    Alert state = alert.state();
    Optional<PreviewDocument> approved = TakeDown.approved(state);
    Optional<String> code = approved.flatMap(PreviewDocument::code);
    if (code.isEmpty()) {
      return new Entered.NoPosters();
    }
    Instant until = TakeDown.until(approved.get().until(), state);
    var taker =
        new PosterTaker.Known(
            alert.id(),
            state.caseId(),
            state.exercise(),
            code.get(),
            TakeDown.withdrawn(state),
            wish.contact(),
            wish.copies(),
            wish.places(),
            by,
            clock.instant(),
            until,
            List.of());
    Edit<PosterTaker> edit =
        Edit.<PosterTaker>of(taker, by).withDues(Map.of(ForgetTaker.DUE, until));
    return switch (takers.create(UUID.randomUUID().toString(), edit, command, true)) {
      case WriteOutcome.Written(var made, var _) -> new Entered.Done(made);
      case WriteOutcome.Repeated(var made, var _) -> new Entered.Done(made);
      case WriteOutcome.KeyReused() -> new Entered.KeyReused();
    };
  }
}
