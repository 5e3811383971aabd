package org.homeward.alert.trial;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.snapshots.OrdersChecked;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** A case as intake would tell it, step by step; each step is a version. */
public final class TrialCase {

  public static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  public final String id = UUID.randomUUID().toString();
  public final String child = UUID.randomUUID().toString();
  private final boolean exercise;
  private final Map<String, ChildStatus> children = new TreeMap<>();
  private final List<Report> reports = new ArrayList<>();
  private final List<Envelope<?>> told = new ArrayList<>();
  private final List<CasePhoto> photos = new ArrayList<>();
  private Set<String> notTo = Set.of();
  private @Nullable OrdersChecked ordersChecked = checked();
  private CaseKind kind = CaseKind.MISSING;
  private boolean frozen;
  private boolean braked;
  private long version;

  private TrialCase(boolean exercise) {
    this.exercise = exercise;
    children.put(child, ChildStatus.MISSING);
  }

  public static TrialCase real() {
    return new TrialCase(false);
  }

  public static TrialCase exercise() {
    return new TrialCase(true);
  }

  public TrialCase notTo(String... marks) {
    notTo = Set.of(marks);
    return this;
  }

  private static OrdersChecked checked() {
    return new OrdersChecked("KU 417/26", AT, Code.of(OrdersFinding.NONE_FOUND));
  }

  /** As most cases are; whoever tries the rule says otherwise. */
  public TrialCase ordersChecked(boolean is) {
    ordersChecked = is ? checked() : null;
    return this;
  }

  /** Police have said it at that time. */
  public TrialCase ordersChecked(OrdersFinding finding, Instant at) {
    ordersChecked = new OrdersChecked("KU 418/26", at, Code.of(finding));
    return this;
  }

  /** As it will be told from now on. */
  public TrialCase ofKind(CaseKind now) {
    kind = now;
    return this;
  }

  /** A sibling, about whom nothing was said yet. */
  public String sibling() {
    String id = UUID.randomUUID().toString();
    children.put(id, ChildStatus.MISSING);
    return id;
  }

  public TrialCase reported(Says says) {
    var held =
        new PoliceRelease.Held(
            Code.of(HoldReason.UNDECIDED), Instant.parse("2026-03-01T13:00:00Z"));
    reports.add(new Report(UUID.randomUUID().toString(), AT, Code.of(Channel.PHONE), held, says));
    return tell(ChangeType.CASE_REPORTED);
  }

  /** Releases the newest report to a desk that nobody knows. */
  public TrialCase released(Says says) {
    return releasedTo("desk-novi-sad", says);
  }

  /** Releases the newest report. */
  public TrialCase releasedTo(String desk, Says says) {
    Report last = reports.removeLast();
    var release = new PoliceRelease.Released(desk, Code.of(Basis.LEGAL_DUTY));
    reports.add(new Report(last.id(), AT, Code.of(Channel.PHONE), release, says));
    return tell(ChangeType.CASE_RELEASED);
  }

  /** A report that was told by voice. */
  public TrialCase byPhone(Says says) {
    Report last = reports.removeLast();
    var release = new PoliceRelease.ByPhone("desk-novi-sad", AT, "K-17/26", null);
    reports.add(new Report(last.id(), AT, Code.of(Channel.PHONE), release, says));
    return tell(ChangeType.CASE_RELEASED);
  }

  /** A person has released a photo. */
  public TrialCase photo(CasePhoto released) {
    photos.add(released);
    return tell(ChangeType.CASE_AMENDED);
  }

  /** The photo of this id is released as this now. */
  public TrialCase photoBecomes(CasePhoto now) {
    photos.removeIf(photo -> photo.id().equals(now.id()));
    return photo(now);
  }

  public TrialCase withoutPhotos() {
    photos.clear();
    return tell(ChangeType.CASE_AMENDED);
  }

  public TrialCase amended(Says says) {
    Report last = reports.removeLast();
    reports.add(new Report(last.id(), AT, Code.of(Channel.PHONE), last.policeRelease(), says));
    return tell(ChangeType.CASE_AMENDED);
  }

  /** Two people lift it. */
  public TrialCase frozen() {
    frozen = true;
    return tell(ChangeType.CASE_FROZEN);
  }

  public TrialCase lifted() {
    frozen = false;
    return tell(ChangeType.CASE_LIFTED);
  }

  /** The freeze and its lift in one event, as when the broker was away meanwhile. */
  public TrialCase frozenAndLifted() {
    version += 2;
    told.add(
        Envelope.of(
            "rs",
            version,
            List.of(
                new Change(version - 1, ChangeType.CASE_FROZEN.text(), AT, "person-ana"),
                new Change(version, ChangeType.CASE_LIFTED.text(), AT, "person-jelena")),
            snapshot()));
    return this;
  }

  /** A partner's word without a reference of the police. */
  public TrialCase braked(boolean holds) {
    braked = holds;
    return tell(ChangeType.CASE_AMENDED);
  }

  public TrialCase located(String who) {
    children.put(who, ChildStatus.LOCATED);
    return tell(ChangeType.CASE_AMENDED);
  }

  /** As a node tells it: somebody's word freezes the case. */
  public TrialCase saidFound(String who) {
    children.put(who, ChildStatus.LOCATED);
    return frozen();
  }

  /** Two people have lifted that. */
  public TrialCase wordWasWrong(String who) {
    children.put(who, ChildStatus.MISSING);
    return lifted();
  }

  public TrialCase ended(String who, Outcome outcome) {
    children.put(who, ChildStatus.ended(outcome, Verification.POLICE_REFERENCE));
    return tell(status() == CaseStatus.ENDED ? ChangeType.CASE_ENDED : ChangeType.CASE_AMENDED);
  }

  public TrialCase ended() {
    return ended(child, Outcome.FOUND_SAFE);
  }

  public TrialCase erased() {
    return tell(
        ChangeType.CASE_ERASED,
        new Tombstone(id, SnapshotKind.CASE, exercise, YearMonth.of(2026, 3)));
  }

  public TrialCase forgotten() {
    return tell(
        ChangeType.CASE_FORGOTTEN,
        new Tombstone(id, SnapshotKind.CASE, exercise, YearMonth.of(2026, 3), true));
  }

  /** What was told so far, oldest first. */
  public List<Envelope<?>> told() {
    return List.copyOf(told);
  }

  public Envelope<?> last() {
    return told.getLast();
  }

  private CaseStatus status() {
    return children.values().stream().allMatch(c -> c.status() == ChildState.ENDED)
        ? CaseStatus.ENDED
        : CaseStatus.OPEN;
  }

  /** As intake sends it: held reports without content. */
  public CaseSnapshot snapshot() {
    return new CaseSnapshot(
            id,
            "rs",
            exercise,
            status(),
            frozen,
            braked,
            notTo,
            children,
            reports.stream()
                .map(r -> r.isHeld() ? Report.withoutContent(r.id(), r.policeRelease()) : r)
                .toList())
        .withPhotos(photos)
        .withOrdersChecked(ordersChecked)
        .ofKind(kind);
  }

  private TrialCase tell(ChangeType type) {
    return tell(type, snapshot());
  }

  private TrialCase tell(ChangeType type, Snapshot snapshot) {
    version++;
    told.add(
        Envelope.of(
            "rs", version, List.of(new Change(version, type.text(), AT, "person-ana")), snapshot));
    return this;
  }
}
