package org.homeward.alert.orders.alerts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.RenderAlert;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Writes a draft anew, or an update of what goes out; either needs an approval of its own. */
final class RewriteAlert {

  private final AlertWrites writes;
  private final MakeProposal makeProposal;
  private final AlertStates states;

  RewriteAlert(GuardedDocuments<Alert> alerts, MakeProposal makeProposal, AlertStates states) {
    this.writes = new AlertWrites(alerts);
    this.makeProposal = makeProposal;
    this.states = states;
  }

  /** A draft only, against the version that was seen. */
  AlertAnswer amend(SeenAlert alert, OptionalLong seen, UnaryOperator<AlertWish> change) {
    String id = alert.id();
    String author = alert.person();
    Guarded<Alert> read = alert.alert();
    if (!(read.state() instanceof Alert.Draft draft)) {
      return new AlertAnswer.Refused(AlertRefusal.NOT_NOW, Set.of(), read);
    }
    String reference = draft.proposal().preview().read().reference();
    var which = new RenderAlert.Which(id, draft.caseId(), 1, Set.of(), reference, List.of());
    return makeProposal.from(
        which,
        change.apply(draft.proposal().wish()),
        author,
        (proposal, _, _) ->
            AlertAnswer.of(
                writes.change(
                    id, Check.ofSeen(seen), author, same -> new AlertCommand.Amend(proposal)),
                Set.of()));
  }

  /**
   * For an alert that is going out or only waits for a new approval; a later proposal takes the
   * place of an earlier one.
   */
  AlertAnswer update(SeenAlert alert, UnaryOperator<AlertWish> change, Command command) {
    String id = alert.id();
    String author = alert.person();
    Guarded<Alert> read = alert.alert();
    Optional<Issue> issue = issue(read.state());
    if (issue.isEmpty()) {
      return new AlertAnswer.Refused(AlertRefusal.NOT_NOW, Set.of(), read);
    }
    Issue last = issue.get();
    Set<String> out = new TreeSet<>(last.withdrawn());
    String reference = last.preview().read().reference();
    var which =
        new RenderAlert.Which(
            id, read.state().caseId(), last.edition() + 1, out, reference, List.of());
    return makeProposal.from(
        which,
        change.apply(last.wish()),
        author,
        (proposal, _, _) ->
            AlertAnswer.of(
                writes.change(
                    id,
                    List.of(Check.once(command)),
                    author,
                    same -> new AlertCommand.Propose(proposal)),
                states.against(read.state().caseId(), id)));
  }

  private static Optional<Issue> issue(Alert alert) {
    return switch (alert) {
      case Alert.Active active -> Optional.of(active.issue());
      case Alert.Frozen frozen when frozen.waitsForApproval() -> Optional.of(frozen.issue());
      case Alert.Frozen _, Alert.Draft _, Alert.Over _, Alert.Erased _ -> Optional.empty();
    };
  }
}
