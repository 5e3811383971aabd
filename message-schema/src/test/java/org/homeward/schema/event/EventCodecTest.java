package org.homeward.schema.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.schema.Examples;
import org.homeward.schema.disclosure.TopicFilter;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverSnapshot;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.NoticeStatus;
import org.homeward.schema.snapshots.PoliceNoticeSnapshot;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.StopScope;
import org.homeward.schema.snapshots.StopSnapshot;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventCodecTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String CASE = "5f0c9d1e-8f0b-4b59-9c3a-0a4f6c1d2e3f";
  private static final String NOTICE = "7a6b5c4d-3e2f-81a0-9b8c-7d6e5f4a3b2c";
  private static final String REPORT = "c2a1f0de-1b2c-4d3e-8f4a-5b6c7d8e9f00";
  private static final String CHILD = "0b9f2c44-3f57-4a0e-8d0c-7d2f1b6a9e10";
  private static final PoliceRelease RELEASED =
      new PoliceRelease.Released("rs-novi-sad", Code.of(Basis.VITAL_INTEREST));
  private static final PoliceRelease HELD =
      new PoliceRelease.Held(Code.of(HoldReason.CHILD_CALLED), NOW);

  private final EventCodec codec = new EventCodec("rs", "intake", SettableClock.at(NOW));

  @Test
  void caseTravelsAsReadableCloudEvent() {
    EncodedEvent event = codec.write(CASE, reported(everyFactReport()));
    assertThat(headers(event))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "case/" + CASE + "/7",
                "ce_source", "/nodes/rs/intake",
                "ce_type", "case.released.v1",
                "ce_subject", "case/" + CASE,
                "ce_time", "2026-06-01T11:59:00Z",
                "ce_exercise", "false",
                "ce_partitionkey", CASE,
                "content-type", "application/json"));
    assertThat(event.key()).isEqualTo(CASE);
    Decoded.Event read = ours(codec.read(event.key(), event.headers(), event.value()));
    assertThat(read.envelope()).isEqualTo(reported(everyFactReport()));
    assertThat(read.key()).isEqualTo(CASE);
    assertThat(read.version()).isEqualTo(7);
    assertThat(read.unknownFields()).isZero();
    assertThat(read.unknownChanges()).isEmpty();
  }

  @Test
  void noticeTombstoneAndRepublicationComeBackTheSame() {
    Says facts = Says.builder().category(Code.of(Category.RUNAWAY)).build();
    for (Snapshot snapshot :
        List.of(
            notice(NoticeStatus.ACTIVE, facts),
            new Tombstone(NOTICE, SnapshotKind.POLICE_NOTICE, true, YearMonth.of(2026, 5)),
            new Tombstone(CASE, SnapshotKind.CASE, false, YearMonth.of(2026, 12)),
            new Tombstone(CASE, SnapshotKind.CASE, false, YearMonth.of(2026, 12), true))) {
      Envelope<Snapshot> envelope = Envelope.of("rs", 1L << 33, List.of(), snapshot);
      EncodedEvent event = codec.write(CASE, envelope);
      assertThat(headers(event))
          .containsEntry("ce_type", snapshot.kind().word() + ".snapshot.v1")
          .containsEntry("ce_time", "2026-06-01T12:00:00Z");
      assertThat(ours(codec.read(CASE, event.headers(), event.value())).envelope())
          .isEqualTo(envelope);
    }
  }

  @ParameterizedTest
  @EnumSource(SnapshotKind.class)
  void everyKindComesBackTheSame(SnapshotKind kind) {
    for (Path file : Examples.of("valid", SnapshotForm.schema(kind))) {
      Snapshot snapshot = SnapshotForm.read(kind, Examples.read(file));
      Envelope<Snapshot> envelope = Envelope.of("rs", 3, List.of(), snapshot);
      EncodedEvent event = codec.write(CASE, envelope);
      assertThat(headers(event)).containsEntry("ce_subject", kind.word() + "/" + snapshot.id());
      assertThat(ours(codec.read(CASE, event.headers(), event.value())).envelope())
          .isEqualTo(envelope);
      assertThat(snapshot.withoutFacts().toString()).isEqualTo(snapshot.toString());
    }
  }

  @Test
  void whatAPartnerHoldsIsCutToIdsAndStatesToo() {
    HandedCase held = new HandedCase(Scope.FULL, Map.of(), Examples.everyFact(), 1, false, null);
    HandedSighting seen = new HandedSighting(REPORT, NOW, Examples.everyFact(), null);
    assertThat(handover(HandoverSide.HOLDER, held, List.of()).withoutFacts().content().facts())
        .isEqualTo(Says.EMPTY);
    assertThat(handover(HandoverSide.OWNER, null, List.of(seen)).withoutFacts().sightings())
        .containsExactly(new HandedSighting(REPORT, NOW, null, null));
    assertThatThrownBy(() -> handover(HandoverSide.OWNER, held, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> handover(HandoverSide.HOLDER, null, List.of(seen)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(StopScope.class)
  void theIdOfAStopSaysWhatItStops(StopScope scope) {
    assertThatThrownBy(() -> new StopSnapshot("case.x", scope, "y", "z", false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static HandoverSnapshot handover(
      HandoverSide role, HandedCase content, List<HandedSighting> sightings) {
    return new HandoverSnapshot(
        NOTICE,
        CASE,
        role,
        "gr",
        "rs",
        false,
        HandoverStatus.RELEASED,
        false,
        false,
        null,
        null,
        content,
        sightings,
        null,
        null,
        null);
  }

  @Test
  void whatBreaksTheSchemaIsNotSent() {
    Report heldWithContent =
        new Report(
            REPORT,
            NOW,
            Code.of(Channel.CHAT),
            HELD,
            Says.builder().notes(new Text("en", "planted")).build());
    assertThatThrownBy(() -> codec.write(CASE, reported(heldWithContent)))
        .isInstanceOf(Unsendable.class)
        .hasMessageContaining("/snapshot/reports/0")
        .message()
        .doesNotContain("planted");
    Tombstone wrongId = new Tombstone("Mila", SnapshotKind.CASE, false, YearMonth.of(2026, 1));
    assertThatThrownBy(() -> codec.write(CASE, Envelope.of("rs", 1, List.of(), wrongId)))
        .isInstanceOf(Unsendable.class);
  }

  @Test
  void codeOfANewerListGoesOnAsOther() {
    Says says = Says.builder().category(Code.read(Category.class, "NEWLY_NAMED")).build();
    EncodedEvent event = codec.write(CASE, reported(new Report(REPORT, NOW, null, RELEASED, says)));
    assertThat(text(event)).contains("\"category\":\"OTHER\"").doesNotContain("NEWLY_NAMED");
  }

  @Test
  void tooLargeASnapshotBecomesIdsAndStates() {
    List<Report> reports =
        IntStream.range(0, 80)
            .mapToObj(
                i ->
                    new Report(
                        REPORT,
                        NOW,
                        null,
                        RELEASED,
                        Says.builder().circumstances(new Text("en", "x".repeat(4000))).build()))
            .toList();
    EncodedEvent event = codec.write(CASE, reported(reports.toArray(Report[]::new)));
    assertThat(event.value().length).isLessThan(EventCodec.MAX_SNAPSHOT_BYTES);
    Envelope<?> read = ours(codec.read(CASE, event.headers(), event.value())).envelope();
    assertThat(read.truncated()).isTrue();
    CaseSnapshot snapshot = (CaseSnapshot) read.snapshot();
    assertThat(snapshot.reports()).hasSize(80).allMatch(r -> r.says().isEmpty() && r.isReleased());
    assertThat(snapshot.children()).containsOnlyKeys(CHILD);
  }

  @Test
  void newerEventIsReadAsFarAsItIsKnown() {
    EncodedEvent event = codec.write(CASE, reported(everyFactReport()));
    String newer =
        text(event)
            .replace("\"case.reported.v1\"", "\"case.translated.v1\"")
            .replace("\"frozen\":", "\"mood\":\"calm\",\"frozen\":")
            .replace("\"version\":", "\"trace\":{\"a\":1},\"version\":")
            .replace("\"category\":\"RUNAWAY\"", "\"category\":\"NEWLY_NAMED\"");
    Decoded.Event read =
        ours(codec.read(CASE, event.headers(), newer.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.unknownFields()).isEqualTo(2);
    assertThat(read.unknownChanges()).containsExactly("case.translated.v1");
    Code<Category> category =
        ((CaseSnapshot) read.snapshot()).reports().getFirst().says().category();
    assertThat(category.value()).isEqualTo(Category.OTHER);
    assertThat(category.text()).isEqualTo("NEWLY_NAMED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":7      | \"version\":7,\"version\":8 | duplicate-key",
        "\"version\":7      | \"version\":8               | id-mismatch",
        "\"version\":7      | \"version\":\"7\"           | invalid",
        "\"schema\":1       | \"schema\":2                | invalid",
        "\"exercise\":false | \"exercise\":true           | exercise-mismatch",
        "\"status\":\"OPEN\"| \"status\":\"LOST\"         | invalid",
        "\"changes\":       | \"chances\":                | invalid"
      })
  void wrongContentIsUndecodableByName(String from, String to, String reason) {
    EncodedEvent event = codec.write(CASE, reported(everyFactReport()));
    String wrong = text(event).replaceFirst(Pattern.quote(from.strip()), to.strip());
    assertThat(refuse(CASE, event.headers(), wrong.getBytes(StandardCharsets.UTF_8)).reason())
        .isEqualTo(reason);
  }

  @Test
  void wrongFrameIsUndecodableByName() {
    EncodedEvent event = codec.write(CASE, reported(everyFactReport()));
    byte[] value = event.value();
    assertThat(refuse(NOTICE, event.headers(), value).reason()).isEqualTo("key-mismatch");
    assertThat(refuse(CASE, event.headers(), null).reason()).isEqualTo("no-data");
    assertThat(refuse(CASE, event.headers(), new byte[] {'{', (byte) 0xff}).reason())
        .isEqualTo("not-utf-8");
    assertThat(refuse(CASE, List.of(), value).reason()).isEqualTo("not-a-cloudevent");
    assertThat(refuse(CASE, with(event, "ce_id", id -> "x"), value).reason())
        .isEqualTo("id-mismatch");
    assertThat(refuse(CASE, with(event, "ce_specversion", v -> "9.9"), value).reason())
        .isEqualTo("not-a-cloudevent");
    assertThat(refuse(CASE, with(event, "ce_subject", s -> "case/" + NOTICE), value).reason())
        .isEqualTo("subject-mismatch");
    List<EventHeader> twice = new ArrayList<>(event.headers());
    twice.add(twice.getFirst());
    assertThat(refuse(CASE, twice, value).reason()).isEqualTo("duplicate-header");
  }

  @Test
  void otherSubjectsAndMajorsAreNotOurs() {
    EncodedEvent event = codec.write(CASE, reported(everyFactReport()));
    assertThat(codec.read(CASE, with(event, "ce_subject", s -> "rumour/x"), event.value()))
        .isEqualTo(new Decoded.NotOurs(Decoded.Why.UNKNOWN_SUBJECT, Set.of()));
    assertThat(codec.read(CASE, with(event, "ce_type", s -> "case.reported.v2"), event.value()))
        .isEqualTo(new Decoded.NotOurs(Decoded.Why.UNKNOWN_MAJOR, Set.of()));
  }

  @Test
  void foreignHeadersAreLeftAlone() {
    EncodedEvent event = codec.write(CASE, reported(everyFactReport()));
    List<EventHeader> more = new ArrayList<>(event.headers());
    more.add(new EventHeader("traceparent", new byte[] {(byte) 0xff}));
    more.add(new EventHeader("traceparent", null));
    assertThat(codec.read(CASE, more, event.value())).isInstanceOf(Decoded.Event.class);
  }

  @Test
  @Proves(9)
  void anEventHasOneExerciseMarkOnly() {
    Snapshot exercise = new Tombstone(CASE, SnapshotKind.CASE, true, YearMonth.of(2026, 5));
    assertThatThrownBy(() -> new Envelope<>(1, "rs", false, 1, List.of(), exercise, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Proves(9)
  void theMarkOutsideIsTheMarkInside() {
    EncodedEvent event = codec.write(CASE, reported(everyFactReport()));
    assertThat(refuse(CASE, with(event, "ce_exercise", s -> "true"), event.value()).reason())
        .isEqualTo("exercise-mismatch");
  }

  private static Envelope<CaseSnapshot> reported(Report... reports) {
    return Envelope.of(
        "rs",
        7,
        List.of(
            Change.of(6, ChangeType.CASE_REPORTED, NOW.minusSeconds(90), "p-ana"),
            Change.of(7, ChangeType.CASE_RELEASED, NOW.minusSeconds(60), "p-ana")),
        new CaseSnapshot(
            CASE,
            "rs",
            false,
            CaseStatus.OPEN,
            false,
            Set.of("country:TR"),
            Map.of(CHILD, ChildStatus.MISSING),
            List.of(reports)));
  }

  private static Report everyFactReport() {
    return TopicFilter.forReaders(
        new Report(REPORT, NOW, Code.of(Channel.PHONE), RELEASED, Examples.everyFact()));
  }

  private static PoliceNoticeSnapshot notice(NoticeStatus status, Says facts) {
    return new PoliceNoticeSnapshot(
        NOTICE, "rs", true, status, "rs-novi-sad", null, Set.of(), Map.of(), facts);
  }

  private Undecodable refuse(String key, List<EventHeader> headers, byte[] value) {
    Undecodable refused =
        catchThrowableOfType(Undecodable.class, () -> codec.read(key, headers, value));
    assertThat(refused).isNotNull().hasNoCause();
    return refused;
  }

  private static List<EventHeader> with(
      EncodedEvent event, String name, UnaryOperator<String> change) {
    return event.headers().stream()
        .map(
            h ->
                h.name().equals(name)
                    ? new EventHeader(name, change.apply(h.text()).getBytes(StandardCharsets.UTF_8))
                    : h)
        .toList();
  }

  private static Decoded.Event ours(Decoded decoded) {
    assertThat(decoded).isInstanceOf(Decoded.Event.class);
    return (Decoded.Event) decoded;
  }

  private static Map<String, String> headers(EncodedEvent event) {
    return event.headers().stream().collect(Collectors.toMap(EventHeader::name, EventHeader::text));
  }

  private static String text(EncodedEvent event) {
    return new String(event.value(), StandardCharsets.UTF_8);
  }
}
