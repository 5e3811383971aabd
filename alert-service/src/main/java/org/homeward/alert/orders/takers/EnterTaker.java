package org.homeward.alert.orders.takers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.openphotos.GonePhotos;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.jspecify.annotations.Nullable;

/** Writes down who has taken posters of an alert, as long as its words are known. */
final class EnterTaker {

  private final GuardedDocuments<PosterTaker> takers;
  private final GonePhotos gonePhotos;
  private final Clock clock;

  EnterTaker(GuardedDocuments<PosterTaker> takers, GonePhotos gonePhotos, Clock clock) {
    this.takers = takers;
    this.gonePhotos = gonePhotos;
    this.clock = clock;
  }

  /**
   * What people say of it.
   *
   * @param printedAt as it stands on the paper; null when they do not say
   */
  record TakerWish(
      PosterTaker.Contact contact, int copies, String places, @Nullable Instant printedAt) {

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
    Instant now = clock.instant();
    Instant until = TakeDown.until(approved.get().until(), state, now);
    Instant printed = wish.printedAt();
    boolean isKnown =
        printed != null && !printed.isAfter(now); // a wrong clock makes no paper newer
    Map<String, Instant> gone =
        TakeDown.issue(state).map(issue -> gonePhotos.since(alert.id(), issue)).orElse(Map.of());
    TakeDown.Paper paper = TakeDown.Paper.of(state, isKnown ? printed : null, gone);
    var taker =
        new PosterTaker.Known(
            alert.id(),
            state.caseId(),
            state.exercise(),
            code.get(),
            paper.edition(),
            paper.withdrawn(),
            paper.photos(),
            wish.contact(),
            wish.copies(),
            wish.places(),
            by,
            now,
            until,
            List.of());
    Edit<PosterTaker> edit =
        Edit.<PosterTaker>of(taker, by)
            .withDues(Map.of(ForgetTaker.DUE, ForgetTaker.firstLook(until, now)));
    return switch (takers.create(UUID.randomUUID().toString(), edit, command, true)) {
      case WriteOutcome.Written(var made, var _) -> new Entered.Done(made);
      case WriteOutcome.Repeated(var made, var _) -> new Entered.Done(made);
      case WriteOutcome.KeyReused() -> new Entered.KeyReused();
    };
  }
}
