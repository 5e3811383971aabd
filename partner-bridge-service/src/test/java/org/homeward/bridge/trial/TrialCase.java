package org.homeward.bridge.trial;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.PoliceRecord;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Clothing;
import org.homeward.schema.people.Colour;
import org.homeward.schema.people.Garment;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.Sex;
import org.homeward.schema.people.Verification;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;

/** A case as intake would tell it, step by step; each step is a version. */
public final class TrialCase {

  /** Planted in what no partner may read. */
  public static final String SECRET = "the-word-behind-the-curtain";

  public static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  /** Planted where names belong, and looked for where they do not. */
  public final String name = "Žarko Plantić " + letters();

  public final String id;
  public final String child = UUID.randomUUID().toString();
  private final String report = UUID.randomUUID().toString();
  private final String home;
  private final boolean exercise;
  private final RiskLevel risk;
  private CaseKind kind = CaseKind.MISSING;
  private boolean frozen;
  private boolean braked;
  private Map<String, Long> brakes = Map.of();
  private boolean released;
  private boolean police;
  private Channel channel = Channel.PHONE;
  private Set<String> notTo = Set.of();
  private ChildStatus status = ChildStatus.MISSING;
  private List<CasePhoto> photos = List.of();
  private String place = "Novi Sad";
  private long version;

  private TrialCase(String id, String home, boolean exercise, RiskLevel risk) {
    this.id = id;
    this.home = home;
    this.exercise = exercise;
    this.risk = risk;
  }

  public static TrialCase of(String home) {
    return new TrialCase(UUID.randomUUID().toString(), home, false, RiskLevel.HIGH);
  }

  public static TrialCase calm(String home) {
    return new TrialCase(UUID.randomUUID().toString(), home, false, RiskLevel.LOW);
  }

  public static TrialCase exercise(String home) {
    return new TrialCase(UUID.randomUUID().toString(), home, true, RiskLevel.HIGH);
  }

  /** A case of the same id as another one. */
  public static TrialCase foreign(String id, String home) {
    return new TrialCase(id, home, false, RiskLevel.HIGH);
  }

  public TrialCase released() {
    released = true;
    return this;
  }

  public TrialCase from(Channel by) {
    channel = by;
    return this;
  }

  /** Police know more than may be told to a partner. */
  public TrialCase alsoFromPolice() {
    police = true;
    return this;
  }

  public TrialCase notTo(String... names) {
    notTo = Set.of(names);
    return this;
  }

  public TrialCase frozen() {
    frozen = true;
    return this;
  }

  /** By a partner's word, without a police reference. */
  public TrialCase braked() {
    braked = true;
    return this;
  }

  /** Neither frozen nor braked any more. */
  public TrialCase lifted() {
    frozen = false;
    braked = false;
    return this;
  }

  /** It knows of this handover's first brake. */
  public TrialCase knowsBrakeOf(String handover) {
    brakes = Map.of(handover, 1L);
    return this;
  }

  public TrialCase seenIn(String newPlace) {
    place = newPlace;
    return this;
  }

  public TrialCase with(CasePhoto... now) {
    photos = List.of(now);
    return this;
  }

  public TrialCase ended() {
    status = ChildStatus.ended(Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE);
    return this;
  }

  public TrialCase ofKind(CaseKind now) {
    kind = now;
    return this;
  }

  /** The next version as it is sent. */
  public Envelope<?> tell() {
    return envelope(
        new CaseSnapshot(
                id,
                home,
                exercise,
                status.equals(ChildStatus.MISSING) ? CaseStatus.OPEN : CaseStatus.ENDED,
                frozen,
                braked,
                brakes,
                notTo,
                Map.of(child, status),
                police ? List.of(report(), policeReport()) : List.of(report()))
            .withPhotos(photos)
            .ofKind(kind),
        ChangeType.CASE_AMENDED);
  }

  public Envelope<?> erased() {
    return envelope(
        new Tombstone(id, SnapshotKind.CASE, exercise, YearMonth.of(2026, 3)),
        ChangeType.CASE_ERASED);
  }

  /** Its tombstone once intake holds nothing of it any more. */
  public Envelope<?> forgotten() {
    return envelope(
        new Tombstone(id, SnapshotKind.CASE, exercise, YearMonth.of(2026, 3), true),
        ChangeType.CASE_FORGOTTEN);
  }

  private Envelope<?> envelope(Snapshot snapshot, ChangeType type) {
    version++;
    return Envelope.of(
        home, version, List.of(new Change(version, type.text(), AT, "person-ana")), snapshot);
  }

  private Report report() {
    PoliceRelease release =
        released
            ? new PoliceRelease.Released("desk-novi-sad", Code.of(Basis.LEGAL_DUTY))
            : new PoliceRelease.Held(Code.of(HoldReason.UNDECIDED), AT);
    return released
        ? new Report(report, AT, Code.of(channel), release, says())
        : Report.withoutContent(report, release);
  }

  private static Report policeReport() {
    Says says =
        Says.builder()
            .risk(Risk.of(RiskLevel.HIGH, RiskCriterion.UNDER_13))
            .policeTold(new PoliceRecord("desk-novi-sad", AT, "K-1/26"))
            .build();
    return new Report(
        UUID.randomUUID().toString(),
        AT,
        Code.of(Channel.POLICE),
        new PoliceRelease.Released("desk-novi-sad", Code.of(Basis.LEGAL_DUTY)),
        says);
  }

  private static String letters() {
    StringBuilder letters = new StringBuilder();
    UUID.randomUUID()
        .toString()
        .chars()
        .filter(c -> c != '-')
        .limit(12)
        .forEach(c -> letters.append((char) ('a' + Character.digit(c, 16))));
    return letters.toString();
  }

  private Says says() {
    ChildFacts boy =
        ChildFacts.builder()
            .names(List.of(new PersonName(name, null, null, "Latn", Code.of(NameKind.NATIVE))))
            .born(PartialDate.parse("2017-05-04"))
            .ageYears(new NumberRange(8, 9))
            .sex(Code.of(Sex.MALE))
            .languages(List.of("sr"))
            .clothing(List.of(new Clothing(Code.of(Garment.JACKET), Code.of(Colour.RED), null)))
            .home(Place.of("RS", SECRET))
            .build();
    return Says.builder()
        .risk(Risk.of(risk, RiskCriterion.UNDER_13))
        .lastSeen(
            new LastSeen(
                Instant.parse("2026-03-01T11:15:00Z"),
                15,
                "Europe/Belgrade",
                Place.of("RS", place)))
        .circumstances(new Text("en", SECRET))
        .children(Map.of(child, boy))
        .build();
  }
}
