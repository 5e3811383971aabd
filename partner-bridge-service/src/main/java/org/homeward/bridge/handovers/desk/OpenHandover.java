package org.homeward.bridge.handovers.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HandoverDecision;
import org.homeward.bridge.handovers.OwnOffer.HandoverWish;
import org.homeward.bridge.handovers.OwnOffer.OwnCase;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.sight.SeenCase;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.Incarnation;
import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/**
 * Creates a handover on the owner's side, unless one of the case to the partner is open.
 *
 * <p>The n-th handover of a case to a partner has an id that follows from the three, and nobody
 * makes it before the one before it is over: of two requests at once, one finds the id taken.
 */
final class OpenHandover {

  private final GuardedDocuments<Handover> handovers;
  private final ChangeHandover changeHandover;
  private final DerivedIds ids;
  private final Incarnation incarnation;
  private final Clock clock;

  OpenHandover(
      GuardedDocuments<Handover> handovers,
      ChangeHandover changeHandover,
      DerivedIds ids,
      Incarnation incarnation,
      Clock clock) {
    this.handovers = handovers;
    this.changeHandover = changeHandover;
    this.ids = ids;
    this.incarnation = incarnation;
    this.clock = clock;
  }

  /** How it ended. */
  sealed interface HandoverOpened {

    record Now(Guarded<Handover> handover) implements HandoverOpened {}

    record KeyReused() implements HandoverOpened {}

    /**
     * @param handover the open one
     */
    record OpenBefore(String handover) implements HandoverOpened {}

    /** The id in {@code instead} names no handover of the case to the partner. */
    record NotInstead() implements HandoverOpened {}
  }

  /** The handover that the command made before, whatever has happened to the case since. */
  Optional<HandoverOpened> repeated(Command command) {
    return handovers.<Boolean>repeated(command).map(OpenHandover::opened);
  }

  /**
   * @param instead id of one that is recalled for this if it is open; null for none
   */
  HandoverOpened open(
      SeenCase proof,
      String partner,
      boolean exercise,
      HandoverWish wish,
      OwnCase seen,
      @Nullable String instead,
      Command command) {
    if (instead != null && !isOf(instead, proof.caseId(), partner)) {
      return new HandoverOpened.NotInstead();
    }
    String open = openOne(proof.caseId(), partner).orElse(null);
    if (open != null && open.equals(instead)) {
      changeHandover.replaced(open, proof.person());
    } else if (open != null) {
      return openBefore(open, command);
    }
    Instant now = clock.instant();
    Handover fresh = Owned.begun(partner, proof.caseId(), exercise, wish, seen, now);
    var becomes = HandoverDecision.becomes(fresh, ChangeType.HANDOVER_OFFERED);
    Edit<Handover> edit = ChangeHandover.edit(becomes, Map.of(), wish.by(), now);
    // A partner may hold what an earlier copy of this store does not know of under its id.
    String chain = proof.caseId() + "/" + partner + "/" + incarnation.number();
    for (int n = 0; ; n++) {
      String id = ids.of("handover", chain, n);
      Guarded<Handover> before = handovers.find(id).orElse(null);
      if (before == null) {
        WriteOutcome.OfClaiming<Handover, Boolean> claimed =
            handovers.claim(id, edit, command, true);
        if (claimed instanceof WriteOutcome.OfCreating<Handover, Boolean> created) {
          return opened(created);
        }
        before = ((WriteOutcome.Taken<Handover, Boolean>) claimed).now();
      }
      if (isOpen(before.state())) {
        return openBefore(id, command);
      }
    }
  }

  private boolean isOf(String id, String caseId, String partner) {
    return handovers
        .find(id)
        .map(Guarded::state)
        .filter(Owned.class::isInstance)
        .filter(found -> found.caseId().equals(caseId) && found.partner().equals(partner))
        .isPresent();
  }

  /** The one that stands in the way of another offer of the case to this partner. */
  Optional<String> openOf(SeenCase proof, String partner) {
    return openOne(proof.caseId(), partner);
  }

  /** Those of an earlier build are found so too, whose ids follow from their commands. */
  private Optional<String> openOne(String caseId, String partner) {
    return handovers
        .each("caseId", caseId)
        .filter(found -> found.state().partner().equals(partner) && isOpen(found.state()))
        .map(Guarded::id)
        .findFirst();
  }

  private static boolean isOpen(Handover handover) {
    return handover instanceof Owned owned && owned.isOpen();
  }

  /** It may be this command's own, which came twice at once. */
  private HandoverOpened openBefore(String open, Command command) {
    return repeated(command).orElseGet(() -> new HandoverOpened.OpenBefore(open));
  }

  private static HandoverOpened opened(WriteOutcome.OfCreating<Handover, Boolean> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written(var made, var _) -> new HandoverOpened.Now(made);
      case WriteOutcome.Repeated(var made, var _) -> new HandoverOpened.Now(made);
      case WriteOutcome.KeyReused() -> new HandoverOpened.KeyReused();
    };
  }
}
