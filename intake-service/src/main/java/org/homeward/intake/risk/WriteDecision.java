package org.homeward.intake.risk;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreFailure;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.risk.WhatStays.Part;
import org.homeward.schema.disclosure.Amendment;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was decided into the report that it rests on, as any amendment; safe to repeat. */
final class WriteDecision {

  /** With a limit that leaves out the team, police alone would read the level. */
  private static final Set<Audience> READERS =
      EnumSet.complementOf(EnumSet.of(Audience.CONFIDANT, Audience.SEALED));

  private final ChangeCase changeCase;
  private final Clock clock;

  WriteDecision(ChangeCase changeCase, Clock clock) {
    this.changeCase = changeCase;
    this.clock = clock;
  }

  /**
   * @param ours limits of the assessment before; where there is no reason any more, those that they
   *     have taken the place of come back
   * @param overtaken whether there is a later one by now
   */
  Assessment.Written write(
      String id, Assessment assessment, Map<Part, Set<Audience>> ours, BooleanSupplier overtaken) {
    var unchanged = new AtomicReference<>(Assessment.Written.DONE);
    var amend =
        new CaseCommand.Amend(
            assessment.report(),
            (says, children) -> {
              // Inside the guarded write: a later one that is written first has the case read
              // again.
              if (overtaken.getAsBoolean()) {
                unchanged.set(Assessment.Written.OVERTAKEN);
                return Optional.empty();
              }
              try {
                unchanged.set(Assessment.Written.DONE);
                return amended(patch(assessment, ours, says), says, children);
              } catch (Invalid broken) {
                unchanged.set(Assessment.Written.REFUSED);
                return Optional.empty();
              }
            });
    try {
      return written(
          changeCase.amend(
              assessment.caseId(), new Command("assessment/" + id, ""), amend, assessment.by()),
          unchanged.get());
    } catch (StoreFailure.TooLarge full) {
      return Assessment.Written.REFUSED;
    }
  }

  /** The report keeps what it says beside this, and what is hidden from the team. */
  private Optional<Says> amended(ObjectNode patch, Says says, Set<String> children) {
    return new Amendment(patch, READERS).of(says, children, clock.instant());
  }

  private static ObjectNode patch(Assessment assessment, Map<Part, Set<Audience>> ours, Says says) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    ObjectNode risk = patch.putObject("risk");
    risk.put("level", assessment.level().name());
    ArrayNode criteria = risk.putArray("criteria");
    assessment.criteria().forEach(criteria::add);
    ObjectNode answers = patch.putObject("answers");
    answers.putNull("risk");
    assessment
        .category()
        .category()
        .ifPresentOrElse(
            known -> {
              patch.put("category", known.name());
              answers.putNull("category");
            },
            () -> {
              patch.putNull("category");
              answers.put("category", "UNKNOWN");
            });
    ObjectNode audiences = patch.putObject("audiences");
    TeamLimits.lifted(ours, assessment.limits(), says.audiences())
        .forEach((part, before) -> limit(audiences, part, before));
    for (Part part : assessment.limits().keySet()) {
      limit(audiences, part, TeamLimits.TEAM); // upholds 6
    }
    return patch;
  }

  private static void limit(ObjectNode audiences, Part part, Set<Audience> readers) {
    if (readers.isEmpty()) {
      audiences.putNull(part.field());
    } else {
      ArrayNode limit = audiences.putArray(part.field());
      readers.forEach(each -> limit.add(each.name()));
    }
  }

  private static Assessment.Written written(
      WriteOutcome.OfRequest<KeptCase, CaseDecision> outcome, Assessment.Written unchanged) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptCase, CaseDecision> _,
          WriteOutcome.Repeated<KeptCase, CaseDecision> _ ->
          Assessment.Written.DONE;
      case WriteOutcome.Kept<KeptCase, CaseDecision>(var _, CaseDecision.Unchanged()) -> unchanged;
      case WriteOutcome.Kept<KeptCase, CaseDecision> _,
          WriteOutcome.Stale<KeptCase, CaseDecision> _,
          WriteOutcome.KeyReused<KeptCase, CaseDecision> _,
          WriteOutcome.Absent<KeptCase, CaseDecision> _ ->
          Assessment.Written.REFUSED;
    };
  }
}
