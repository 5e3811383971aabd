package org.homeward.alert.orders.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.alert.orders.authorities.Authority;
import org.homeward.alert.orders.authorities.Power;
import org.homeward.alert.orders.authorities.ReadAuthorities;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.RenderAlert;
import org.homeward.alert.orders.preview.Rendered;
import org.homeward.durable.document.Guarded;

/** Makes a proposal of what an author asks for, unless nothing may go out about it. */
final class MakeProposal {

  private final AlertStates states;
  private final ReadAuthorities register;
  private final RenderAlert renderAlert;
  private final Clock clock;

  MakeProposal(AlertStates states, ReadAuthorities register, RenderAlert renderAlert, Clock clock) {
    this.states = states;
    this.register = register;
    this.renderAlert = renderAlert;
    this.clock = clock;
  }

  /** Uses a proposal that was made. */
  @FunctionalInterface
  interface Use {
    AlertAnswer of(Proposal proposal, String home, boolean exercise);
  }

  AlertAnswer from(RenderAlert.Which which, AlertWish wish, String author, Use use) {
    if (!renderAlert.knows(which.caseId())) {
      return new AlertAnswer.NotRendered(new Rendered.UnknownCase());
    }
    Instant now = clock.instant();
    Optional<Guarded<Authority>> entry =
        register
            .one(wish.authority())
            .filter(found -> found.state().holds(Power.VOLUNTEER_ALERT, now));
    Optional<AlertRefusal> refusal = refusal(which, wish, entry, now);
    if (refusal.isPresent()) {
      return new AlertAnswer.NotProposed(refusal.get());
    }
    List<String> beside =
        which.edition() > 1 ? List.of() : states.beside(which.caseId(), which.alert(), wish.area());
    if (!beside.isEmpty() && !wish.again()) {
      return new AlertAnswer.AnotherIsLive(beside.getFirst());
    }
    var order =
        new PreviewDocument.Authority(
            wish.authority(), entry.orElseThrow().state().office(), wish.reference());
    return switch (renderAlert.render(which.beside(beside), wish, order, author)) {
      case Rendered.Ready(Preview preview, String home, boolean exercise) ->
          use.of(Proposal.by(author, wish, preview), home, exercise);
      case Rendered no -> new AlertAnswer.NotRendered(no);
    };
  }

  private Optional<AlertRefusal> refusal(
      RenderAlert.Which which, AlertWish wish, Optional<Guarded<Authority>> entry, Instant now) {
    if (!states.against(which.caseId(), which.alert()).isEmpty()) {
      return Optional.of(AlertRefusal.HELD);
    }
    if (entry.isEmpty()) {
      return Optional.of(AlertRefusal.NOT_IN_REGISTER);
    }
    if (!now.isBefore(wish.until())) {
      return Optional.of(AlertRefusal.EXPIRED);
    }
    return wish.until().isAfter(now.plus(ApprovalRules.LONGEST))
        ? Optional.of(AlertRefusal.TOO_LONG)
        : Optional.empty();
  }
}
