package org.homeward.intake.trial;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverBrake;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverSnapshot;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/** A handover as the bridge would tell it, step by step; each step is a version. */
public final class TrialHandover {

  public static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  public final String id = UUID.randomUUID().toString();
  public final String caseId;
  public final String child = UUID.randomUUID().toString();
  private final HandoverSide role;
  private boolean exercise;
  private boolean frozen;
  private boolean braked;
  private @Nullable HandoverBrake brake;
  private List<HandedSighting> sightings = List.of();
  private Set<HandoverTask> open = Set.of();
  private long version;

  private TrialHandover(HandoverSide role, String caseId) {
    this.role = role;
    this.caseId = caseId;
  }

  /** A case of gr that this node holds. */
  public static TrialHandover held() {
    return new TrialHandover(HandoverSide.HOLDER, UUID.randomUUID().toString());
  }

  /** A case of this node that gr was offered. */
  public static TrialHandover of(String ownCase) {
    return new TrialHandover(HandoverSide.OWNER, ownCase);
  }

  public TrialHandover exercise() {
    exercise = true;
    return this;
  }

  public Envelope<?> offered() {
    return told(ChangeType.HANDOVER_OFFERED, HandoverStatus.OFFERED, null, null);
  }

  public Envelope<?> released(String circumstances) {
    return told(
        ChangeType.HANDOVER_RELEASED, HandoverStatus.RELEASED, content(circumstances, false), null);
  }

  public Envelope<?> synced(String circumstances) {
    return told(
        ChangeType.HANDOVER_SYNCED, HandoverStatus.RELEASED, content(circumstances, false), null);
  }

  public Envelope<?> frozen(String circumstances) {
    frozen = true;
    return told(
        ChangeType.HANDOVER_FROZEN, HandoverStatus.RELEASED, content(circumstances, false), null);
  }

  public Envelope<?> ended(String circumstances) {
    return told(
        ChangeType.HANDOVER_ENDED, HandoverStatus.ENDED, content(circumstances, true), null);
  }

  public Envelope<?> recalled() {
    return told(
        ChangeType.HANDOVER_RECALLED, HandoverStatus.RECALLED, null, RecallReason.WITHDRAWN);
  }

  public Envelope<?> accepted(HandoverTask... tasks) {
    open = Set.of(tasks);
    return told(ChangeType.HANDOVER_ACCEPTED, HandoverStatus.ACCEPTED, null, null);
  }

  public Envelope<?> overdue() {
    open = Set.of(HandoverTask.ANSWER_OVERDUE);
    return told(ChangeType.HANDOVER_OVERDUE, HandoverStatus.ACKNOWLEDGED, null, null);
  }

  public Envelope<?> braked() {
    braked = true;
    return told(ChangeType.HANDOVER_BRAKED, HandoverStatus.RELEASED, null, null);
  }

  /** Braked once more. */
  public Envelope<?> braked(boolean referenced) {
    braked = true;
    brake = new HandoverBrake(brake == null ? 1 : brake.count() + 1, referenced);
    return told(ChangeType.HANDOVER_BRAKED, HandoverStatus.RELEASED, null, null);
  }

  public Envelope<?> sighted(String... words) {
    sightings =
        Arrays.stream(words)
            .map(
                word ->
                    new HandedSighting(
                        UUID.nameUUIDFromBytes(word.getBytes())
                            .toString()
                            .replaceAll("^(.{14})3", "$14"),
                        AT,
                        Says.builder().circumstances(new Text("el", word)).build(),
                        null))
            .toList();
    open = Set.of(HandoverTask.READ_SIGHTING);
    return told(ChangeType.HANDOVER_SIGHTED, HandoverStatus.RELEASED, null, null);
  }

  /** Tips that people of gr have graded. */
  public Envelope<?> tipped(String... words) {
    sightings = Arrays.stream(words).map(TrialHandover::tip).toList();
    open = Set.of(HandoverTask.READ_SIGHTING);
    return told(ChangeType.HANDOVER_SIGHTED, HandoverStatus.RELEASED, null, null);
  }

  /** The people of gr have erased all of them. */
  public Envelope<?> withdrawn() {
    sightings = sightings.stream().map(HandedSighting::forgotten).toList();
    return told(ChangeType.HANDOVER_PROPOSED, HandoverStatus.RELEASED, null, null);
  }

  private static HandedSighting tip(String words) {
    return new HandedSighting(
        UUID.nameUUIDFromBytes(words.getBytes()).toString().replaceAll("^(.{14})3", "$14"),
        AT,
        Says.EMPTY,
        new GradedSighting(
            AT,
            30,
            new Place("GR", null, "Kavala", "the ferry", 40.93, 24.41, 200),
            "north",
            null,
            new Text("el", words),
            Code.of(SourceGrade.C),
            Code.of(InformationGrade.PROBABLE)));
  }

  public Envelope<?> erased() {
    return envelope(
        ChangeType.HANDOVER_ERASED,
        new Tombstone(id, SnapshotKind.HANDOVER, exercise, YearMonth.of(2026, 3)));
  }

  private HandedCase content(String circumstances, boolean ended) {
    Says says =
        Says.builder()
            .circumstances(new Text("el", circumstances))
            .children(Map.of(child, ChildFacts.EMPTY))
            .build();
    Map<String, ChildStatus> children = new TreeMap<>();
    children.put(
        child, ended ? new ChildStatus(ChildState.ENDED, null, null) : ChildStatus.MISSING);
    return new HandedCase(Scope.FULL, children, says, version + 1, ended, Set.of("country:TR"));
  }

  private Envelope<?> told(
      ChangeType type, HandoverStatus status, HandedCase content, RecallReason recall) {
    return envelope(
        type,
        new HandoverSnapshot(
            id,
            caseId,
            role,
            "gr",
            role == HandoverSide.HOLDER ? "gr" : "rs",
            exercise,
            status,
            frozen,
            braked,
            brake,
            null,
            content,
            sightings,
            open.stream().sorted().map(Code::of).toList(),
            recall == null ? null : Code.of(recall),
            List.of()));
  }

  private Envelope<?> envelope(ChangeType type, Snapshot snapshot) {
    version++;
    return Envelope.of(
        "rs",
        version,
        List.of(new Change(version, type.text(), AT.plusSeconds(version), "eleni")),
        snapshot);
  }
}
