package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.EventReader;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** The feed as server-sent events, as a desk's reader gets them. */
class FeedStreamIT {

  private static final String STREAM = "/api/v1/feeds/police/stream";

  private final TrialNode node = TrialNode.get();
  private final TrialDesk desk = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private void tell(TrialCase some) {
    node.publish(some.reported(says).released(says));
  }

  private void awaits(EventReader reader, TrialCase some, String status) {
    await().until(() -> reader.has(node.noticeOf(some), status));
  }

  private static int open(TrialNode node) {
    return (int) node.bean(MeterRegistry.class).get("homeward.feed.streams").gauge().value();
  }

  @Test
  void whatIsReleasedIsOnTheStreamAsOnAPage() {
    try (var reader = EventReader.open(node, desk, "")) {
      await().until(() -> reader.events().size() == 1);
      assertThat(reader.events().getFirst().name()).isEqualTo("heartbeat");

      tell(trial);
      awaits(reader, trial, "ACTIVE");

      var event = reader.events("notice").getLast();
      assertThat(event.json())
          .isEqualTo(
              desk.feed("?limit=200")
                  .path("items")
                  .valueStream()
                  .filter(item -> item.path("id").equals(event.json().path("id")))
                  .findFirst()
                  .orElseThrow());
      assertThat(event.id()).endsWith("." + event.json().path("n").asInt());
    }
  }

  @Test
  @Proves(2)
  void whoComesBackGoesOnWithoutAGapAndWithoutARepeat() {
    List<String> seen = new ArrayList<>();
    List<TrialCase> told = new ArrayList<>();
    String place = desk.feed("").path("head").asString();
    for (int turn = 0; turn < 3; turn++) {
      TrialCase before = TrialCase.real();
      tell(before);
      node.settle(before, desk);
      TrialCase during = TrialCase.real();
      try (var reader =
          EventReader.open(node, desk, "?after=" + "nonsense", "Last-Event-ID", place)) {
        tell(during);
        awaits(reader, during, "ACTIVE");
        reader.events("notice").forEach(event -> seen.add(event.id()));
        place = seen.getLast();
      }
      told.addAll(List.of(before, during));
    }

    assertThat(seen).doesNotHaveDuplicates();
    String from = seen.getFirst();
    List<String> all = new ArrayList<>(List.of(from));
    String epoch = from.split("\\.")[0];
    desk.feed("?limit=200&after=" + from)
        .path("items")
        .forEach(item -> all.add(epoch + "." + item.path("n").asInt()));
    assertThat(seen).containsExactlyElementsOf(all.subList(0, all.indexOf(place) + 1));
    assertThat(told).hasSize(6);
  }

  @Test
  void silenceIsFilledAndTheHeartbeatSaysWhatWasLast() {
    tell(trial);
    node.settle(trial, desk);
    try (var reader = EventReader.open(node, desk, "")) {
      await().until(() -> reader.comments() >= 1 && reader.events("heartbeat").size() >= 3);

      var beat = reader.events("heartbeat").getLast();
      assertThat(beat.json().path("recent")).isEqualTo(desk.feed("").path("recent"));
      assertThat(beat.json().path("head").asString())
          .isEqualTo(desk.feed("").path("head").asString())
          .isEqualTo(beat.id());
    }
  }

  @Test
  @Proves(10)
  void everyBatchIsRecordedAndNoHeartbeat() {
    TrialDesk following = node.newDesk(false);
    node.settle(trial, desk);
    try (var reader = EventReader.open(node, following, "")) {
      await().until(() -> reader.events("heartbeat").size() >= 3);
      int before = Stored.looks(node, following.id()).size();
      assertThat(before).isEqualTo(1);

      tell(trial);
      awaits(reader, trial, "ACTIVE");

      List<List<String>> looks = Stored.looks(node, following.id());
      assertThat(looks.size()).isGreaterThan(before);
      assertThat(looks.subList(1, looks.size()))
          .anySatisfy(look -> assertThat(look).contains(node.noticeOf(trial)));
    }
  }

  @Test
  @Proves(6)
  void deskThatMustNotKnowGetsNeitherTheEventNorTheId() {
    TrialDesk other = node.newDesk(false);
    TrialCase forAll = TrialCase.real();
    try (var reader = EventReader.open(node, other, "")) {
      node.publish(trial.notTo("desk:" + other.id()).reported(says).released(says));
      node.settle(trial, desk);
      tell(forAll);
      awaits(reader, forAll, "ACTIVE");

      assertThat(reader.events().toString()).doesNotContain(node.noticeOf(trial));
    }
  }

  @Test
  @Proves(6)
  void streamEndsWithItsKey() {
    try (var reader = EventReader.open(node, desk, "")) {
      await().until(() -> !reader.events().isEmpty());

      Answer revoked = node.admin().command("/api/v1/desks/" + desk.id() + "/revoke", "");
      assertThat(revoked.status()).isEqualTo(200);

      await().until(reader::hasEnded);
      assertThat(desk.wire().get(STREAM).status()).isEqualTo(401);
    }
  }

  @Test
  void placeThatIsNotHereIsRefusedBeforeTheStreamBegins() {
    String epoch = desk.feed("").path("head").asString().split("\\.")[0];

    for (String place : List.of("abcdefgh.1", epoch + ".987654321")) {
      Answer gone = desk.wire().get(STREAM, "Last-Event-ID", place);
      assertThat(gone.status()).isEqualTo(410);
      assertThat(gone.json().path("resync").asString())
          .endsWith("/api/v1/feeds/police?after=" + epoch + ".0&limit=50");
    }
    assertThat(desk.wire().get(STREAM + "?after=x").problem()).isEqualTo("bad-cursor");
    assertThat(desk.wire().get(STREAM, "Accept", "application/json").status()).isEqualTo(406);
    assertThat(desk.wire().head(STREAM).header("Content-Type")).contains("text/event-stream");
  }

  private double displaced() {
    return node.bean(MeterRegistry.class).get("homeward.feed.streams.displaced").counter().count();
  }

  @Test
  void oneMoreStreamThanADeskMayHaveEndsItsOldestAndOneThatIsLeftIsFreeAgain() {
    await().until(() -> open(node) == 0); // those of other tests end a moment after their readers
    double before = displaced();
    List<EventReader> readers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      readers.add(EventReader.open(node, desk, ""));
    }
    assertThat(open(node)).isEqualTo(4);
    assertThat(desk.wire().head(STREAM).status()).isEqualTo(200);
    assertThat(desk.wire().get(STREAM + "?after=x").status()).isEqualTo(400);
    assertThat(displaced()).as("nobody was displaced by those").isEqualTo(before);

    readers.add(EventReader.open(node, desk, ""));

    await().until(readers.getFirst()::hasEnded);
    tell(trial);
    for (EventReader reader : readers.subList(1, 5)) {
      awaits(reader, trial, "ACTIVE");
    }
    assertThat(displaced()).isEqualTo(before + 1);
    assertThat(open(node)).isEqualTo(4);
    assertThat(readers.getFirst().events("notice")).isEmpty();
    readers.forEach(EventReader::close);
    await().until(() -> open(node) == 0);
  }

  @Test
  void readerIsToldWhenToComeBack() {
    try (var reader = EventReader.open(node, desk, "")) {
      await().until(() -> !reader.events().isEmpty());

      assertThat(reader.retry()).isEqualTo("3000");
    }
  }
}
