package org.homeward.copies;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.Verification;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.schema.values.Code;

/** A case of one child and one report as intake would tell it; each step is a version. */
final class TrialCase {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  final String id = UUID.randomUUID().toString();
  private final String child = UUID.randomUUID().toString();
  private final String report = UUID.randomUUID().toString();
  private final boolean exercise;
  private final List<Envelope<?>> told = new ArrayList<>();
  private Set<String> notTo = Set.of();
  private CaseStatus status = CaseStatus.OPEN;
  private ChildStatus childStatus = ChildStatus.MISSING;
  private Report kept;

  private TrialCase(boolean exercise) {
    this.exercise = exercise;
    var held = new PoliceRelease.Held(Code.of(HoldReason.UNDECIDED), AT.plusSeconds(3600));
    kept = Report.withoutContent(report, held);
  }

  static TrialCase real() {
    return new TrialCase(false);
  }

  /** The same case, told with the other mark. */
  Envelope<?> asExercise() {
    var stone = new Tombstone(id, SnapshotKind.CASE, !exercise, YearMonth.of(2026, 3));
    return Envelope.of("rs", told.size() + 1, List.of(), stone);
  }

  /** What somebody says about a child of this name. */
  Says says(String name) {
    var named = new PersonName(name, null, null, "Latn", Code.of(NameKind.NATIVE));
    return Says.builder()
        .children(Map.of(child, ChildFacts.builder().names(List.of(named)).build()))
        .build();
  }

  TrialCase keptFrom(String... names) {
    notTo = Set.of(names);
    return this;
  }

  /** Held: without a word of what was said. */
  TrialCase reported() {
    return tell(ChangeType.CASE_REPORTED, snapshot());
  }

  TrialCase released(Says says) {
    var release = new PoliceRelease.Released("desk-novi-sad", Code.of(Basis.LEGAL_DUTY));
    kept = new Report(report, AT, Code.of(Channel.PHONE), release, says);
    return tell(ChangeType.CASE_RELEASED, snapshot());
  }

  TrialCase ended() {
    status = CaseStatus.ENDED;
    childStatus = ChildStatus.ended(Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE);
    return tell(ChangeType.CASE_ENDED, snapshot());
  }

  TrialCase erased() {
    return tell(
        ChangeType.CASE_ERASED,
        new Tombstone(id, SnapshotKind.CASE, exercise, YearMonth.of(2026, 3)));
  }

  TrialCase forgotten() {
    return tell(
        ChangeType.CASE_FORGOTTEN,
        new Tombstone(id, SnapshotKind.CASE, exercise, YearMonth.of(2026, 3), true));
  }

  CaseSnapshot snapshot() {
    return new CaseSnapshot(
        id, "rs", exercise, status, false, notTo, Map.of(child, childStatus), List.of(kept));
  }

  /** What was told so far, oldest first. */
  List<Envelope<?>> told() {
    return List.copyOf(told);
  }

  /** A piece of what was told, as news. */
  CaseNews news(int index) {
    return news(told.get(index));
  }

  CaseNews news(Envelope<?> envelope) {
    return new CaseNews(id, envelope.version(), envelope.snapshot(), envelope.truncated());
  }

  private TrialCase tell(ChangeType type, Snapshot snapshot) {
    long version = told.size() + 1;
    var change = new Change(version, type.text(), AT, "person-ana");
    told.add(Envelope.of("rs", version, List.of(change), snapshot));
    return this;
  }
}
