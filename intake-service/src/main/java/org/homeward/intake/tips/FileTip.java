package org.homeward.intake.tips;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.Violation;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.tips.TipCommand.TipDecision;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysRules;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tip a report of its case, held like every report until a person releases it. The report
 * has the tip's words and grade, and not how its giver is reached. A process that dies in between
 * leaves a report that the next press finds. A partner's sighting becomes a tip the other way
 * round.
 */
final class FileTip {

  /** Of a text whose language nobody said. */
  private static final String NO_LANGUAGE = "und";

  /** Stands for any person of a partner: their ids mean nothing at this node. */
  private static final String PARTNER = "partner";

  private final ChangeCase changeCase;
  private final ChangeTip changeTip;
  private final TakeTipBack takeTipBack;
  private final Clock clock;

  FileTip(ChangeCase changeCase, ChangeTip changeTip, TakeTipBack takeTipBack, Clock clock) {
    this.changeCase = changeCase;
    this.changeTip = changeTip;
    this.takeTipBack = takeTipBack;
    this.clock = clock;
  }

  /** The outcome for the person who files it. */
  sealed interface Filed {

    record Done(String caseId, String report) implements Filed {}

    record Refused(CaseDecision.Refused why) implements Filed {}

    /** A report may not say what the tip says: at which places, by which rules. */
    record Broken(List<Violation> rules) implements Filed {}

    record Gone() implements Filed {}
  }

  /**
   * @param tip that is tied to this case, and graded
   */
  Filed file(LookAtTip.SeenTip tip, LookAtCase.Seen seen) {
    Says says = says(tip.tip());
    List<Violation> broken =
        SaysRules.check(says, clock.instant()).stream()
            .map(each -> new Violation("/says" + each.pointer(), each.rule()))
            .toList();
    if (!broken.isEmpty()) {
      return new Filed.Broken(broken);
    }
    Command command = command(tip.id());
    var report =
        new ChangeCase.FurtherReport(
            tip.tip().exercise(), tip.tip().channel(), List.of(), says, true);
    return switch (changeCase.join(seen, report, command)) {
      case WriteOutcome.Written<KeptCase, ChangeCase.Joined>(var _, var joined) ->
          filed(tip, seen, joined);
      case WriteOutcome.Kept<KeptCase, ChangeCase.Joined>(var _, var joined) ->
          filed(tip, seen, joined);
      case WriteOutcome.Absent<KeptCase, ChangeCase.Joined>() -> new Filed.Gone();
    };
  }

  /** One report comes of a tip, whoever presses and however often. */
  static Command command(String tip) {
    return new Command("tip/" + tip, "");
  }

  private Filed filed(LookAtTip.SeenTip tip, LookAtCase.Seen seen, ChangeCase.Joined joined) {
    return switch (joined) {
      case ChangeCase.Joined.Taken(var report) -> {
        yield isErased(tip, report.id())
            ? takenBack(tip, seen)
            : new Filed.Done(seen.id(), report.id());
      }
      case ChangeCase.Joined.Refused(var why) -> new Filed.Refused(why);
      case ChangeCase.Joined.KeyReused() -> new Filed.Gone();
    };
  }

  private boolean isErased(LookAtTip.SeenTip tip, String report) {
    return switch (changeTip.change(tip.id(), new TipCommand.Report(report), tip.person())) {
      case WriteOutcome.Written<KeptTip, TipDecision> _ -> false;
      case WriteOutcome.Kept<KeptTip, TipDecision>(var _, var decided) ->
          decided instanceof TipDecision.Refused;
      case WriteOutcome.Absent<KeptTip, TipDecision>() -> true;
    };
  }

  /** Whoever erased it meanwhile may have found no report yet. */
  private Filed takenBack(LookAtTip.SeenTip tip, LookAtCase.Seen seen) {
    takeTipBack.sighting(tip.id(), seen.id(), tip.person()); // upholds 7
    return new Filed.Gone();
  }

  /** The contact of its giver is no part of it: the team alone reads that. */
  static Says says(Tip tip) {
    Tip.Grade grade = requireNonNull(tip.grade(), "grade");
    TipWords words = tip.words();
    return Says.builder()
        .sightings(
            List.of(
                new GradedSighting(
                    words.seenAt(),
                    words.withinMinutes(),
                    place(words, tip.spot()),
                    words.direction(),
                    words.companion(),
                    new Text(
                        Objects.requireNonNullElse(words.language(), NO_LANGUAGE), words.text()),
                    Code.of(grade.source()),
                    Code.of(grade.information()))))
        .build();
  }

  /** What a partner's person graded, as a tip of its case; the grade is theirs until one here. */
  static Tip tip(GradedSighting seen, boolean exercise, String caseId, Instant now) {
    Place place = seen.place();
    var words =
        new TipWords(
            seen.text().text(),
            seen.text().language().equals(NO_LANGUAGE) ? null : seen.text().language(),
            seen.at(),
            seen.uncertaintyMinutes(),
            name(place),
            place == null ? null : place.uncertaintyMetres(),
            seen.direction(),
            seen.companion(),
            null,
            null,
            null);
    Tip tip = Tip.received(exercise, Channel.PARTNER, words, null, now).tied(caseId, null, null);
    if (place != null && place.latitude() != null && place.longitude() != null) {
      int within = Objects.requireNonNullElse(place.uncertaintyMetres(), 0);
      tip = tip.located(new Spot(place.latitude(), place.longitude(), within, PARTNER, now));
    }
    SourceGrade source = seen.source().value();
    InformationGrade information = seen.information().value();
    return source == SourceGrade.OTHER || information == InformationGrade.OTHER
        ? tip
        : tip.graded(new Tip.Grade(source, information, "", PARTNER, now));
  }

  private static @Nullable String name(@Nullable Place place) {
    if (place == null) {
      return null;
    }
    return place.text() == null ? place.locality() : place.text();
  }

  private static @Nullable Place place(TipWords words, @Nullable Spot spot) {
    if (spot != null) {
      return new Place(
          null, null, null, words.place(), spot.latitude(), spot.longitude(), spot.withinMetres());
    }
    return words.place() == null
        ? null
        : new Place(null, null, null, words.place(), null, null, words.withinMetres());
  }
}
