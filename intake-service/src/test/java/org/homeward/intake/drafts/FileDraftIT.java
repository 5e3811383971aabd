package org.homeward.intake.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.Shapes;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.cases.TrialStore;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft whose process dies while it is filed, and one that nobody files. */
class FileDraftIT {

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
          List.of());
  private final ChangeDraft changeDraft = new ChangeDraft(drafts, clock);
  private final FileDraft fileDraft =
      new FileDraft(drafts, changeDraft, (command, joined) -> found.get(), clock);
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
    drafts.prepare(KeptDraft.KEPT);
  }

  private String opened() {
    var words = new Draft.Words(Channel.PHONE, null, Map.of());
    return changeDraft.open(false, words, command(), "p-1")
            instanceof WriteOutcome.Written<KeptDraft, Boolean>(var now, var _)
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
                    id,
                    command(),
                    null,
                    "p-1",
                    () -> {
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
    var again = new DiscardAgain(changeDraft);
    var line = new EndsLine(clock.instant(), "draft/" + id, 2, "discarded", Map.of());

    assertThat(again.replay(line)).isEqualTo(Replay.Replayed.DONE);
    assertThat(again.replay(line)).isEqualTo(Replay.Replayed.KNOWN);
    assertThat(state(id)).isInstanceOf(GoneDraft.class);
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
}
