package org.homeward.intake.imports;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.cases.reports.OpenCase;
import org.homeward.intake.imports.rows.RecordKey;
import org.homeward.intake.imports.rows.RowFacts;
import org.homeward.intake.imports.rows.RowOutcome;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.values.Audience;

/**
 * Makes a held report of a row. The command of a report is derived from the record, so that the
 * same one makes no second report, whatever file it comes in; a newer version of a record joins the
 * case that the first one has opened. Nobody learns from the outcome whether a case that is kept
 * from her has the record.
 */
final class TakeRow {

  /** The import acts for the node where it adds to a case that its person may not know of. */
  private static final Viewer NODE = acting(ChangeImport.BY);

  private static final String UNKNOWN = "unknown-record";

  private final OpenCase openCase;
  private final ChangeCase changeCase;
  private final LookAtCase lookAtCase;
  private final GuardedDocuments<KeptCase> cases;
  private final Predicate<String> hasWorkOn;

  /**
   * @param hasWorkOn whether somebody has added anything beside a case
   */
  TakeRow(
      OpenCase openCase,
      ChangeCase changeCase,
      LookAtCase lookAtCase,
      GuardedDocuments<KeptCase> cases,
      Predicate<String> hasWorkOn) {
    this.openCase = openCase;
    this.changeCase = changeCase;
    this.lookAtCase = lookAtCase;
    this.cases = cases;
    this.hasWorkOn = hasWorkOn;
  }

  private static Viewer acting(String person) {
    return new Viewer(
        person, Role.SUPERVISOR.wire(), EnumSet.of(Audience.CASE_TEAM), Purpose.CASE_WORK);
  }

  /** What became of one row. */
  sealed interface Taken {

    /** It is in a case now. */
    record Done() implements Taken {}

    /** It changes nothing: its record has said the same before, or something newer. */
    record Known() implements Taken {}

    /** A person has to see to it. */
    record Asked(String rule) implements Taken {}

    record Refused(String rule) implements Taken {}
  }

  /**
   * @throws org.homeward.frame.store.StoreCapacity.Full when the store has no room for a new case
   */
  Taken take(RowOutcome.Taken row, Import of, String by) {
    Command command = command(of.exercise(), row.key());
    Taken told = told(row, of, command, by);
    boolean isAsNew = told instanceof Taken.Done && !row.joins();
    return isAsNew || !isKept(command, by) ? told : asOfUnknown(row);
  }

  private Taken told(RowOutcome.Taken row, Import of, Command command, String by) {
    try {
      return row.joins() ? joined(row, of, command) : opened(row, of, command, by);
    } catch (StoreFailure.TooLarge e) {
      return new Taken.Refused("too-large");
    }
  }

  private boolean isKept(Command ofRecord, String by) {
    return cases
        .createdBy(ofRecord)
        .flatMap(cases::find)
        .filter(found -> found.state().isKeptFrom(by))
        .isPresent();
  }

  /** The answer as if nobody here had heard of the record. */
  private static Taken asOfUnknown(RowOutcome.Taken row) {
    if (row.joins()) return new Taken.Asked(UNKNOWN); // upholds 6
    return new Taken.Done();
  }

  /**
   * The source has deleted a record: the officer decides about the case that it has opened. Where
   * imports alone brought what is in it, and nothing newer is known, the supervisor who took the
   * file has given the other word for erasing it.
   *
   * @param by the supervisor
   * @param wasShown whether she saw that the file deletes it
   * @return the case, for the officer; empty when nothing is left to do
   */
  Optional<String> erase(RecordKey key, Import of, String by, boolean wasShown) {
    Command ofRecord = command(of.exercise(), key);
    return cases
        .createdBy(ofRecord)
        .flatMap(cases::find)
        .filter(found -> found.state() instanceof Case)
        .filter(found -> !(wasShown && isErased(found, key, ofRecord, by)))
        .map(Guarded::id);
  }

  /** An officer may have said the same before. */
  private boolean isErased(Guarded<KeptCase> found, RecordKey key, Command ofRecord, String by) {
    boolean ours =
        found.state() instanceof Case live
            && KeptReport.isAllOf(live)
            && ofRecord(live.reports(), ofRecord)
                .allMatch(known -> key.isAtLeastAsNewAs(known.command().hash()))
            && !hasWorkOn.test(found.id()); // upholds 7
    Optional<LookAtCase.Seen> seen =
        ours ? lookAtCase.toEnd(found.id(), acting(by)) : Optional.empty();
    if (seen.isEmpty()) {
      return false;
    }
    var command = new Command("import-deletion/" + found.id() + "/" + found.version(), "");
    return changeCase.change(
                seen.get(),
                OptionalLong.of(found.version()),
                command,
                new CaseCommand.Erase(
                    EraseReason.SUBJECT_REQUEST, Set.of(Role.SUPERVISOR))) // upholds 7
            instanceof WriteOutcome.Written<KeptCase, CaseDecision>(var now, var _)
        && now.state() instanceof ErasedCase;
  }

  private Taken opened(RowOutcome.Taken row, Import of, Command command, String by) {
    String child = UUID.randomUUID().toString();
    var first =
        new OpenCase.FirstReport(
            of.exercise(),
            CaseKind.MISSING,
            Channel.OTHER,
            Set.of(),
            List.of(child),
            row.facts().about(child));
    return switch (openCase.open(first, command, by)) {
      case WriteOutcome.Written<KeptCase, String> _ -> new Taken.Done();
      case WriteOutcome.Repeated<KeptCase, String>(var now, var _) ->
          known(row, of, command, now.state());
      case WriteOutcome.KeyReused<KeptCase, String>() -> joined(row, of, command);
    };
  }

  /** What was erased here does not come back with the next file. */
  private Taken known(RowOutcome.Taken row, Import of, Command command, KeptCase state) {
    return state instanceof ErasedCase
        ? new Taken.Refused("erased-here") // upholds 7
        : joined(row, of, command); // upholds 2
  }

  /** Another version of a record that is known, or a note about one. */
  private Taken joined(RowOutcome.Taken row, Import of, Command ofRecord) {
    Optional<LookAtCase.Seen> found =
        cases.createdBy(ofRecord).flatMap(id -> lookAtCase.at(id, NODE));
    if (found.isEmpty()) {
      return new Taken.Asked(UNKNOWN);
    }
    LookAtCase.Seen seen = found.get();
    if (seen.isErased()) {
      return new Taken.Refused("erased-here"); // upholds 7
    }
    List<String> versions =
        ofRecord(seen.reports(), ofRecord).map(known -> known.command().hash()).toList();
    RecordKey key = row.key();
    if (versions.contains(key.stamp()) || versions.stream().anyMatch(key::isOlderThan)) {
      return new Taken.Known(); // upholds 2
    }
    return versions.stream().anyMatch(key::isAsOldAs)
        ? new Taken.Asked("same-version")
        : join(row.facts(), of, seen, ofRecord, key);
  }

  private static Stream<KeptReport> ofRecord(List<KeptReport> reports, Command ofRecord) {
    return reports.stream().filter(report -> report.command().id().startsWith(ofRecord.id()));
  }

  private Taken join(
      RowFacts facts, Import of, LookAtCase.Seen seen, Command ofRecord, RecordKey key) {
    String child =
        seen.reports().stream()
            .filter(report -> report.command().id().equals(ofRecord.id()))
            .flatMap(report -> report.newChildren().stream())
            .findFirst()
            .orElse("");
    if (child.isEmpty()) {
      return new Taken.Asked(UNKNOWN);
    }
    var further =
        new ChangeCase.FurtherReport(
            of.exercise(), Channel.OTHER, List.of(), facts.about(child), true);
    var command = new Command(ofRecord.id() + "/" + RecordKey.sha256(key.stamp()), key.stamp());
    return switch (changeCase.join(seen, further, command)) {
      case WriteOutcome.Written<KeptCase, ChangeCase.Joined>(var _, var joined) -> told(joined);
      case WriteOutcome.Kept<KeptCase, ChangeCase.Joined>(var _, var joined) -> told(joined);
      case WriteOutcome.Absent<KeptCase, ChangeCase.Joined>() -> new Taken.Asked(UNKNOWN);
    };
  }

  private static Taken told(ChangeCase.Joined joined) {
    return switch (joined) {
      case ChangeCase.Joined.Taken _ -> new Taken.Done();
      case ChangeCase.Joined.Refused _, ChangeCase.Joined.KeyReused _ ->
          new Taken.Asked("case-takes-no-report");
    };
  }

  /** An exercise and reality know nothing of each other. */
  private static Command command(boolean exercise, RecordKey key) {
    String side = "real";
    if (exercise) side = "exercise"; // upholds 9
    return new Command(
        KeptReport.IMPORT + RecordKey.sha256(side + "|" + key.record()), key.stamp());
  }
}
