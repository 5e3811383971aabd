package org.homeward.intake.tips;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.Heard;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.HandedSighting;

/**
 * Takes what an erased tip has said and shown out of its case. The sighting leaves the report that
 * the tip became: nobody is shown any more that the child was seen there, and police read that the
 * sighting is gone. A case whose search is over keeps its report; its own time erases it. What a
 * partner's person graded leaves what the case has heard of the handover, too. The photo that its
 * picture became is withdrawn; one that somebody locked stays, as evidence. Safe to repeat.
 */
final class TakeTipBack {

  private final GuardedDocuments<KeptCase> cases;
  private final ChangeCase changeCase;
  private final BiConsumer<Command, String> letPhotoGo;
  private final DerivedIds ids;
  private final Clock clock;

  /**
   * @param letPhotoGo withdraws the photo that a command has made, for this person
   */
  TakeTipBack(
      GuardedDocuments<KeptCase> cases,
      ChangeCase changeCase,
      BiConsumer<Command, String> letPhotoGo,
      DerivedIds ids,
      Clock clock) {
    this.cases = cases;
    this.changeCase = changeCase;
    this.letPhotoGo = letPhotoGo;
    this.ids = ids;
    this.clock = clock;
  }

  /** The tip that a partner's sighting became: one of each, however often it is told. */
  String ofPartner(String handover, String sighting) {
    return ids.of("tip", handover + "/" + sighting, 0);
  }

  /**
   * @param by the opaque id of the person who erases it
   */
  void of(Guarded<KeptTip> tip, String by) {
    if (tip.state() instanceof Tip known && known.caseId() != null) {
      sighting(tip.id(), known.caseId(), by);
      if (known.channel() == Channel.PARTNER) {
        heard(tip.id(), known.caseId(), by);
      }
    }
    photo(tip.id(), by);
  }

  /** Whether this person has ended the search of its case, as it is now. */
  boolean isEndedBy(KeptTip tip, String person) {
    return tip instanceof Tip known
        && known.caseId() != null
        && cases.find(known.caseId()).map(Guarded::state).orElse(null) instanceof Case live
        && live.rulings().isEndedBy(person);
  }

  /** Each event of the handover repeats the sighting; the case keeps it as withdrawn. */
  private void heard(String tip, String caseId, String by) {
    cases.change(
        caseId,
        read ->
            read.state() instanceof Case live
                ? forgotten(live, tip)
                    .map(
                        next ->
                            Decision.write(
                                CaseEdit.of(next, by, clock.instant(), List.of()).asEssential(),
                                true)) // upholds 7
                    .orElseGet(() -> Decision.keep(false))
                : Decision.keep(false));
  }

  private Optional<KeptCase> forgotten(Case live, String tip) {
    for (Map.Entry<String, Heard> heard : live.heard().entrySet()) {
      String handover = heard.getKey().substring(heard.getKey().indexOf('/') + 1);
      for (HandedSighting seen : heard.getValue().sightings()) {
        if (!seen.withdrawn() && ofPartner(handover, seen.id()).equals(tip)) {
          var gone = List.of(seen.forgotten());
          return Optional.of(
              live.hearing(heard.getKey(), Heard.told(0, Set.of(), List.of(), gone, Map.of())));
        }
      }
    }
    return Optional.empty();
  }

  /** The sighting alone, of a tip that may say no more of which case it was. */
  void sighting(String tip, String caseId, String by) {
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

  /** One photo comes of the picture of a tip, whoever presses and however often. */
  static Command photoCommand(String tip) {
    return new Command("tip-picture/" + tip, "");
  }

  private void photo(String tip, String by) {
    letPhotoGo.accept(photoCommand(tip), by); // upholds 7
  }

  /** Of a tip whose picture nobody may be shown: a take-over may have stopped half-way. */
  void photoIfUnneeded(String tip, KeptTip state, String by) {
    if (state instanceof Tip known && known.picture() != null) {
      switch (known.picture().state()) {
        case LOCKED, DESTROYED, WITHDRAWN -> photo(tip, by);
        case UNSEEN, SEEN, TAKEN_OVER -> {
          // Nobody took it away.
        }
      }
    }
  }
}
