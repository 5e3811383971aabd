package org.homeward.bridge.handovers;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.homeward.bridge.handovers.dialogue.CaseSeen;
import org.homeward.bridge.handovers.dialogue.HandoverWish;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.DerivedIds;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.event.ChangeType;

/** Creates a handover on the owner's side. */
public final class OpenHandover {

  private final GuardedDocuments<Handover> handovers;
  private final DerivedIds ids;
  private final Clock clock;

  OpenHandover(GuardedDocuments<Handover> handovers, DerivedIds ids, Clock clock) {
    this.handovers = handovers;
    this.ids = ids;
    this.clock = clock;
  }

  /** How it ended. */
  public sealed interface HandoverOpened {

    record Now(Guarded<Handover> handover) implements HandoverOpened {}

    record KeyReused() implements HandoverOpened {}
  }

  /** The handover that the command made before, whatever has happened to the case since. */
  public Optional<HandoverOpened> repeated(Command command) {
    return handovers
        .find(id(command))
        .map(found -> create(Edit.of(found.state(), "bridge"), command));
  }

  public HandoverOpened open(
      String partner,
      String caseId,
      boolean exercise,
      HandoverWish wish,
      CaseSeen seen,
      Command command) {
    Instant now = clock.instant();
    Handover fresh = Owned.begun(partner, caseId, exercise, wish, seen, now);
    var becomes = HandoverDecision.becomes(fresh, ChangeType.HANDOVER_OFFERED);
    return create(ChangeHandover.edit(becomes, Map.of(), wish.by(), now), command);
  }

  private HandoverOpened create(Edit<Handover> edit, Command command) {
    return switch (handovers.create(id(command), edit, command, true)) {
      case WriteOutcome.Written(var made, var _) -> new HandoverOpened.Now(made);
      case WriteOutcome.Repeated(var made, var _) -> new HandoverOpened.Now(made);
      case WriteOutcome.KeyReused() -> new HandoverOpened.KeyReused();
    };
  }

  private String id(Command command) {
    return ids.of("handover", command.id(), 0);
  }
}
