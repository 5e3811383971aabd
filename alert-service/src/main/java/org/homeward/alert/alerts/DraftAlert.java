package org.homeward.alert.alerts;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Outcome;

/** Writes an alert that waits for another person's approval. */
public final class DraftAlert {

  private final GuardedDocuments<Alert> alerts;
  private final AlertWrites writes;
  private final RenderAlert renderAlert;
  private final AlertStates states;

  public DraftAlert(GuardedDocuments<Alert> alerts, RenderAlert renderAlert, AlertStates states) {
    this.alerts = alerts;
    this.writes = new AlertWrites(alerts);
    this.renderAlert = renderAlert;
    this.states = states;
  }

  public AlertAnswer draft(String caseId, Wish wish, Command command, String author) {
    String id = UUID.randomUUID().toString();
    var which = new RenderAlert.Which(id, caseId, 1, Set.of());
    return switch (renderAlert.render(which, wish, author)) {
      case Rendered.Ready(Proposal proposal, String home, boolean exercise) ->
          create(id, new Alert.Draft(caseId, home, exercise, proposal), command, author);
      case Rendered no -> new AlertAnswer.NotRendered(no);
    };
  }

  private AlertAnswer create(String id, Alert.Draft draft, Command command, String author) {
    var dues = AlertWrites.dues(draft, Map.of(), alerts.clock().instant());
    Edit<Alert> edit = Edit.<Alert>of(draft, author).withDues(dues);
    return switch (alerts.create(id, edit, command, true)) {
      case Outcome.Written(var made, var _) -> new AlertAnswer.Done(lookedAgain(made));
      case Outcome.Repeated(var made, var _) -> new AlertAnswer.Done(lookedAgain(made));
      case Outcome.KeyReused() -> new AlertAnswer.KeyReused();
    };
  }

  /** Its case may have been erased since its copy was read; who erases did not see the draft. */
  private Guarded<Alert> lookedAgain(Guarded<Alert> made) {
    if (!states.holds(made.state().caseId(), made.id()).contains(Hold.CASE_ERASED)) {
      return made;
    }
    writes.follow(made.id(), new AlertCommand.Erase()); // upholds 8
    return alerts.find(made.id()).orElse(made);
  }
}
