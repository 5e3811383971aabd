package org.homeward.intake.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.log.Log;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.face.access.Role;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.TransferRules;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Text;

/** Cases as they are stored, and what a test of a room needs to have some. */
public final class TrialCases {

  private final GuardedDocuments<KeptCase> documents;
  private final Log audit;
  private final Clock clock;

  public TrialCases(TrialStore store, Clock clock) {
    this.clock = clock;
    this.audit = new Log(store.database(), "audit");
    this.documents =
        new GuardedDocuments<>(
            store.database(),
            "cases",
            new JsonStateCodec<>(Json.mapper(), KeptCase.class, CaseShapes.ALL),
            DocumentSettings.first(clock),
            List.of(),
            CaseList.BY_STANDING);
    documents.prepare();
  }

  public GuardedDocuments<KeptCase> documents() {
    return documents;
  }

  public Log audit() {
    return audit;
  }

  public ChangeCase changing(ChangeCase.FitsEvent topic, ErasureTrail trail) {
    return new ChangeCase(documents, topic, trail, clock);
  }

  /** The proof that a person of the team may see a case; the look is recorded nowhere. */
  public LookAtCase.Seen seen(String id, String person) {
    return seen(documents, id, person, clock);
  }

  /** Looks that are recorded nowhere. */
  public LookAtCase looking() {
    return looking(documents, look -> {}, clock);
  }

  static LookAtCase.Seen seen(
      GuardedDocuments<KeptCase> documents, String id, String person, Clock clock) {
    var viewer = new Viewer(person, "operator", EnumSet.of(Audience.CASE_TEAM), Purpose.CASE_WORK);
    return looking(documents, look -> {}, clock).at(id, viewer).orElseThrow();
  }

  static LookAtCase looking(GuardedDocuments<KeptCase> documents, AuditTrail trail, Clock clock) {
    return new LookAtCase(documents, reading(trail, clock), reading(trail, clock));
  }

  static TeamReading reading(AuditTrail trail, Clock clock) {
    var disclosures = new Disclosures(trail, TransferRules.withinNode("rs", "RS"), clock);
    return new TeamReading(disclosures, "rs", "RS");
  }

  public static Command command() {
    return new Command(UUID.randomUUID().toString(), "hash");
  }

  /** A case of one child, who has confided something. */
  public Guarded<KeptCase> opened(Set<String> notTo) {
    String child = UUID.randomUUID().toString();
    Says says =
        Says.builder()
            .children(Map.of(child, ChildFacts.EMPTY))
            .childWords(new Text("sr", "confided"))
            .build();
    return opened(documents, says, child, notTo, clock);
  }

  static Guarded<KeptCase> opened(
      GuardedDocuments<KeptCase> documents,
      Says says,
      String child,
      Set<String> notTo,
      Clock clock) {
    String id = UUID.randomUUID().toString();
    Command command = command();
    KeptReport report =
        KeptReport.held(
            UUID.randomUUID().toString(),
            Channel.PHONE,
            HoldReason.UNDECIDED,
            says,
            List.of(child),
            Says.EMPTY,
            command,
            "ana",
            clock.instant());
    var opened =
        new Case(
            id,
            "rs",
            false,
            clock.instant(),
            null,
            notTo,
            Map.of(child, KeptChild.MISSING),
            List.of(report),
            List.of());
    var edit = CaseEdit.of(opened, "ana", clock.instant(), List.of(ChangeType.CASE_REPORTED));
    return ((WriteOutcome.Written<KeptCase, String>)
            documents.create(id, edit, command, report.id()))
        .now();
  }

  public Case live(String id) {
    return (Case) documents.find(id).orElseThrow().state();
  }

  public static ChangeCase.Joined joined(
      WriteOutcome.OfChanging<KeptCase, ChangeCase.Joined> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptCase, ChangeCase.Joined> written -> written.answer();
      case WriteOutcome.Kept<KeptCase, ChangeCase.Joined> kept -> kept.answer();
      case WriteOutcome.Absent<KeptCase, ChangeCase.Joined> absent ->
          throw new AssertionError(absent);
    };
  }

  /** A partner brakes a case without a reference of the police. */
  public void braked(String id) {
    Instant now = clock.instant();
    Map<Heard.Mark, Long> once = Map.of(Heard.Mark.LONE_BRAKE, 1L);
    var told = Heard.told(1, Set.of(), List.of(), List.of(), once);
    documents.change(
        id,
        read -> {
          Case braked = ((Case) read.state()).hearing("handover/h1", told).braked(now);
          return Decision.write(CaseEdit.of(braked, "bridge", now, List.of()), id);
        });
  }

  /** With a first word for lifting the freeze that stands. */
  public static Case firstWordToLift(Case frozen) {
    return noted(frozen, lift(frozen), "jelena");
  }

  /** Lifted by two persons. */
  public static Case lifted(Case frozen) {
    return noted(firstWordToLift(frozen), lift(frozen), "milica");
  }

  /** With its brakes answered by a supervisor. */
  public static Case answered(Case braked) {
    return noted(
        braked,
        new CaseCommand.EndBrake(RulingDecisions.openBrakes(braked), "called them"),
        "jelena");
  }

  private static CaseCommand lift(Case frozen) {
    int number = frozen.rulings().freezeNumber();
    return new CaseCommand.Lift(number, null, "mistaken", Set.of(Role.SUPERVISOR));
  }

  private static Case noted(Case now, CaseCommand command, String by) {
    return switch (CaseDecisions.decide(now, command, by, now.openedAt())) {
      case CaseDecision.Changed changed -> changed.next();
      case CaseDecision.Noted(Case next) -> next;
      case CaseDecision other -> throw new AssertionError(other);
    };
  }

  /** With its first report released by a person. */
  public static Case released(Case now, PoliceRelease release) {
    return now.withReport(now.reports().getFirst().id(), r -> r.releasedAs(release));
  }
}
