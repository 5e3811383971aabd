package org.homeward.alert.orders.alerts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.RenderAlert;
import org.homeward.alert.sight.SeenCase;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Writes an alert that waits for another person's approval. */
final class DraftAlert {

  private final GuardedDocuments<Alert> alerts;
  private final AlertWrites writes;
  private final MakeProposal makeProposal;
  private final AlertStates states;

  DraftAlert(GuardedDocuments<Alert> alerts, MakeProposal makeProposal, AlertStates states) {
    this.alerts = alerts;
    this.writes = new AlertWrites(alerts);
    this.makeProposal = makeProposal;
    this.states = states;
  }

  AlertAnswer draft(SeenCase seen, AlertWish wish, Command command) {
    String caseId = seen.caseId();
    String author = seen.person();
    String id = UUID.randomUUID().toString();
    var which = new RenderAlert.Which(id, caseId, 1, Set.of(), null, List.of());
    return makeProposal.from(
        which,
        wish,
        author,
        (proposal, home, exercise) ->
            create(id, new Alert.Draft(caseId, home, exercise, proposal), command, author));
  }

  private AlertAnswer create(String id, Alert.Draft draft, Command command, String author) {
    var dues = AlertWrites.dues(draft, Map.of(), alerts.clock().instant());
    Edit<Alert> edit = Edit.<Alert>of(draft, author, AlertWrites.WITHIN).withDues(dues);
    return switch (alerts.create(id, edit, command, true)) {
      case WriteOutcome.Written(var made, var _) -> new AlertAnswer.Done(lookedAgain(made));
      case WriteOutcome.Repeated(var made, var _) -> new AlertAnswer.Done(lookedAgain(made));
      case WriteOutcome.KeyReused() -> new AlertAnswer.KeyReused();
    };
  }

  /**
   * Its case may have been erased since its copy was read, and that erasure did not see the draft.
   */
  private Guarded<Alert> lookedAgain(Guarded<Alert> made) {
    if (!states.holds(made.state().caseId(), made.id()).contains(Hold.CASE_ERASED)) {
      return made;
    }
    writes.follow(made.id(), new AlertCommand.Erase()); // upholds 8
    return alerts.find(made.id()).orElse(made);
  }
}
