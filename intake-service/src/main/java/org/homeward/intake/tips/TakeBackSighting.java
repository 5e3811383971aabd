package org.homeward.intake.tips;

import java.util.List;
import java.util.Optional;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.schema.facts.Says;

/**
 * Takes what an erased tip has said out of the report that it became: nobody is shown any more that
 * the child was seen there, and police read that the sighting is gone. A case whose search is over
 * keeps its report; its own time erases it. Safe to repeat.
 */
final class TakeBackSighting {

  private final GuardedDocuments<KeptCase> cases;
  private final ChangeCase changeCase;

  TakeBackSighting(GuardedDocuments<KeptCase> cases, ChangeCase changeCase) {
    this.cases = cases;
    this.changeCase = changeCase;
  }

  /**
   * @param by the opaque id of the person who erases it
   */
  void of(Guarded<KeptTip> tip, String by) {
    if (tip.state() instanceof Tip known && known.caseId() != null) {
      of(tip.id(), known.caseId(), by);
    }
  }

  /** The same where nothing of the tip is left that says of which case it was. */
  void of(String tip, String caseId, String by) {
    report(tip, caseId).ifPresent(report -> takenBack(tip, caseId, report, by));
  }

  /** By the command that made it: the tip may not know yet that there is one. */
  private Optional<String> report(String tip, String caseId) {
    return cases.find(caseId).map(Guarded::state).stream()
        .flatMap(of -> of instanceof Case live ? live.reports().stream() : null)
        .filter(report -> report.command().id().equals(FileTip.command(tip).id()))
        .map(KeptReport::id)
        .findFirst();
  }

  private void takenBack(String tip, String caseId, String report, String by) {
    var command = new Command(FileTip.command(tip).id() + "/erased", "");
    var wish = new CaseCommand.Amend(report, (says, _) -> withoutSightings(says));
    changeCase.amend(caseId, command, wish, by); // upholds 7
  }

  /** Empty where they are gone already. */
  private static Optional<Says> withoutSightings(Says says) {
    return says.sightings().isEmpty()
        ? Optional.empty()
        : Optional.of(says.with().sightings(List.of()).build());
  }
}
