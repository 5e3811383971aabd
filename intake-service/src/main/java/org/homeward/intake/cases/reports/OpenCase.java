package org.homeward.intake.cases.reports;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreFailure;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.intake.rulings.Rulings;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;

/** Opens a case by its first report. */
public final class OpenCase {

  private final GuardedDocuments<KeptCase> cases;
  private final ChangeCase.FitsEvent topic;
  private final StoreCapacity room;
  private final String node;
  private final Clock clock;

  OpenCase(
      GuardedDocuments<KeptCase> cases,
      ChangeCase.FitsEvent topic,
      StoreCapacity room,
      String node,
      Clock clock) {
    this.cases = cases;
    this.topic = topic;
    this.room = room;
    this.node = node;
    this.clock = clock;
  }

  /**
   * The content of the first contact.
   *
   * @param newChildren ids of the children whom {@code says} speaks of
   */
  public record FirstReport(
      boolean exercise,
      CaseKind kind,
      Channel channel,
      Set<String> notTo,
      List<String> newChildren,
      Says says) {

    /** Of a child who is missing. */
    public FirstReport(
        boolean exercise, Channel channel, Set<String> notTo, List<String> newChildren, Says says) {
      this(exercise, CaseKind.MISSING, channel, notTo, newChildren, says);
    }
  }

  /**
   * @throws StoreCapacity.Full when the store has no room for a new case
   */
  public WriteOutcome.OfCreating<KeptCase, String> open(
      FirstReport first, Command command, String by) {
    if (!room.has(work(first.says())) && cases.createdBy(command).isEmpty()) {
      throw new StoreCapacity.Full();
    }
    Instant now = clock.instant();
    KeptReport report =
        KeptReport.held(
            UUID.randomUUID().toString(),
            first.channel(),
            HoldReason.UNDECIDED,
            first.says(),
            first.newChildren(),
            Says.EMPTY,
            command,
            by,
            now);
    Map<String, KeptChild> children = new LinkedHashMap<>();
    first.newChildren().forEach(child -> children.put(child, KeptChild.MISSING));
    String id = UUID.randomUUID().toString();
    var opened =
        new Case(
                id,
                node,
                first.exercise(),
                now,
                null,
                first.notTo(),
                children,
                List.of(report),
                List.of())
            .with(Rulings.NONE.being(KindRuling.opened(first.kind(), now)))
            .proposing(); // upholds 12
    if (!topic.fits(opened)) {
      throw new StoreFailure.TooLarge();
    }
    var edit = CaseEdit.of(opened, by, now, List.of(ChangeType.CASE_REPORTED));
    return cases.create(id, edit, command, report.id());
  }

  /** The store's last room is for cases in which a life may be at stake. */
  static StoreCapacity.Work work(Says says) {
    Risk risk = says.risk();
    boolean danger =
        risk != null
            && (risk.level().is(RiskLevel.HIGH)
                || risk.criteria().stream().anyMatch(c -> c.is(RiskCriterion.DANGER_OF_DEATH)));
    return danger ? StoreCapacity.Work.CASE_IN_DANGER : StoreCapacity.Work.CASE;
  }
}
