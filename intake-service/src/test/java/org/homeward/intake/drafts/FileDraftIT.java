package org.homeward.intake.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.intake.cases.TrialCases;
import org.homeward.intake.cases.TrialStore;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.json.Json;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft whose process dies while it is filed, and one that nobody files. */
class FileDraftIT {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Viewer VIEWER =
      new Viewer("p-1", "operator", EnumSet.of(Audience.CASE_TEAM), Purpose.CASE_WORK);

  @TempDir private static Path directory;
  private static TrialStore store;

  private final SettableClock clock = SettableClock.at("2026-03-01T03:00:00Z");
  private final AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.empty());
  private final GuardedDocuments<KeptDraft> drafts =
      new GuardedDocuments<>(
          store.database(),
          "drafts",
          new JsonStateCodec<>(Json.mapper(), KeptDraft.class, Shapes.FIRST),
          DocumentSettings.first(clock),
          List.of(),
          ViewDrafts.RINGING_FIRST);
  private final ChangeDraft changeDraft = new ChangeDraft(drafts, KEPT, clock);
  private final FileDraft fileDraft =
      new FileDraft(drafts, changeDraft, (command, joined) -> found.get(), clock);
  private final TrialCases cases = new TrialCases(store, clock);
  private final LookAtDraft look = new LookAtDraft(drafts, cases.looking(), _ -> {}, clock);
  private final Alarms alarms =
      new Alarms("drafts", drafts, List.of(fileDraft), AlarmSettings.DEFAULT, List.of());

  @BeforeAll
  static void start() throws IOException {
    store = TrialStore.open(directory);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @BeforeEach
  void prepare() {
    drafts.prepare();
  }

  private String opened() {
    var words = new Draft.Words(Channel.PHONE, null, Map.of(), Set.of());
    return changeDraft.open(false, words, command(), "p-1")
            instanceof WriteOutcome.Written(var now, _)
        ? now.id()
        : "";
  }

  private static Command command() {
    return new Command(UUID.randomUUID().toString(), "hash");
  }

  private KeptDraft state(String id) {
    return drafts.find(id).orElseThrow().state();
  }

  /** As if the process had died after the draft said that it is being filed. */
  private String leftWhileFiling() {
    String id = opened();
    assertThatThrownBy(
            () ->
                fileDraft.file(
                    look.at(id, VIEWER).orElseThrow(),
                    new FileDraft.Request(command(), null, false, OptionalLong.empty()),
                    _ -> {
                      throw new IllegalStateException("dies here");
                    },
                    _ -> Optional.empty()))
        .hasMessage("dies here");
    return id;
  }

  @Test
  void aCrashBeforeTheReportLeavesTheDraftOpen() {
    String id = leftWhileFiling();

    clock.advance(Filing.PATIENCE);
    alarms.ring();

    assertThat(state(id))
        .isInstanceOfSatisfying(Draft.class, it -> assertThat(it.filing()).isNull());
  }

  @Test
  void aCrashAfterTheReportEndsTheDraftByItself() {
    String id = leftWhileFiling();
    found.set(Optional.of("case-1"));

    alarms.ring();
    assertThat(state(id)).as("the request may still be under way").isInstanceOf(Draft.class);
    clock.advance(Filing.PATIENCE);
    alarms.ring();

    assertThat(state(id))
        .isInstanceOfSatisfying(
            GoneDraft.class, gone -> assertThat(gone.caseId()).isEqualTo("case-1"));
  }

  @Test
  void anEarlierCopyDiscardsAgainOnlyWhatWasDiscarded() {
    String id = opened();
    var again = new DiscardAgain(changeDraft, _ -> false);
    var line = new EndsLine(clock.instant(), "draft/" + id, 2, "discarded", Map.of());

    assertThat(again.replay(line)).isEqualTo(Replay.Replayed.DONE);
    assertThat(again.replay(line)).isEqualTo(Replay.Replayed.KNOWN);
    assertThat(state(id)).isInstanceOf(GoneDraft.class);
  }

  private static EndsLine line(String draft, String what, Map<String, String> codes) {
    return new EndsLine(Instant.parse("2026-03-01T03:00:00Z"), "draft/" + draft, 2, what, codes);
  }

  @Test
  @Proves(7)
  void anEarlierCopyErasesADraftWhoseCaseWasErasedSince() {
    String id = opened();
    String other = opened();
    var again = new DiscardAgain(changeDraft, _ -> false);
    again.replay(line(id, "filed", Map.of("case", "case-1")));
    again.replay(line(other, "filed", Map.of("case", "case-2")));
    assertThat(state(id)).as("its case may not be in this copy").isInstanceOf(Draft.class);

    again.caseErased("case-1");

    assertThat(state(id)).isInstanceOf(GoneDraft.class);
    assertThat(state(other)).isInstanceOf(Draft.class);
    new DiscardAgain(changeDraft, "case-2"::equals)
        .replay(line(other, "filed", Map.of("case", "case-2")));
    assertThat(state(other)).as("the copy has its tombstone").isInstanceOf(GoneDraft.class);
  }

  @Test
  @Proves(7)
  void theEndsLogIsToldOfAFiledDraftAndItsCase() {
    String id = opened();
    Command command = command();
    fileDraft.file(
        look.at(id, VIEWER).orElseThrow(),
        new FileDraft.Request(command, null, false, OptionalLong.empty()),
        _ -> "case-1",
        Optional::of);

    var filed = drafts.find(id).orElseThrow();

    assertThat(filed.pending())
        .filteredOn(change -> change.type().equals(DiscardAgain.FILED))
        .singleElement()
        .satisfies(
            change ->
                assertThat(DiscardAgain.line(filed, change))
                    .singleElement()
                    .satisfies(
                        line -> {
                          assertThat(line.what()).isEqualTo("filed");
                          assertThat(line.codes()).containsEntry("case", "case-1");
                        }));
  }

  @Test
  @Proves(8)
  void aDraftThatNobodySavesForLongLeavesOnlyATombstone() {
    String id = opened();
    clock.advance(KEPT.minus(Duration.ofSeconds(1)));
    alarms.ring();
    assertThat(state(id)).isInstanceOf(Draft.class);

    clock.advance(Duration.ofMinutes(2));
    alarms.ring();

    assertThat(state(id))
        .isInstanceOfSatisfying(
            GoneDraft.class, gone -> assertThat(gone.how()).isEqualTo(GoneDraft.How.EXPIRED));
  }

  @Test
  @Proves(11)
  void aDraftThatNobodyFilesRings() {
    String id = opened();
    alarms.ring();
    assertThat(((Draft) state(id)).isRinging()).isFalse();

    clock.advance(Draft.RINGS_AFTER.plus(Duration.ofSeconds(1)));
    alarms.ring();

    assertThat(((Draft) state(id)).isRinging()).isTrue();
  }

  @Test
  @Proves(11)
  void thoseThatRingStandAboveNewerOnes() {
    String ringing = opened();
    clock.advance(Draft.RINGS_AFTER.plus(Duration.ofSeconds(1)));
    alarms.ring();
    String older = opened();
    clock.advance(Duration.ofSeconds(1));
    String newer = opened();
    var view = new ViewDrafts(drafts, look);

    List<String> all =
        view.page(ViewDrafts.TOP, 200, VIEWER).documents().stream().map(Guarded::id).toList();

    assertThat(all).containsSubsequence(ringing, newer, older);
    assertThat(view.ringing()).isPositive();
  }
}
