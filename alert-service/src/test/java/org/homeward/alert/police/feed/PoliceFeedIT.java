package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Outcome;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a case's news on the feed, from its topic to a desk's reader. */
class PoliceFeedIT {

  private final TrialNode node = TrialNode.get();
  private final TrialDesk desk = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private JsonNode item(TrialCase of, String status) {
    return node.item(desk, of, status);
  }

  private JsonNode changedTo(int version) {
    return node.item(desk, trial, item -> item.path("version").asInt() == version);
  }

  @Test
  void releasedReportIsOnTheFeed() {
    node.publish(trial.reported(says).released(says));

    JsonNode item = item(trial, "ACTIVE");

    assertThat(item.path("title").asString()).matches("HIGH · new · boy 9 · RS-....");
    assertThat(item.path("version").asInt()).isEqualTo(1);
    assertThat(item.path("exercise").asBoolean()).isFalse();
    assertThat(item.path("desk").asString()).isEqualTo("desk-novi-sad");
    assertThat(item.at("/facts/risk/criteria/0").asString()).isEqualTo("UNDER_13");
    assertThat(item.at("/facts/warnings/0").asString()).isEqualTo("DO_NOT_TELL_REPORTER");
    assertThat(item.at("/facts/children/" + trial.child + "/names/0/full").asString())
        .isEqualTo(Facts.NAME);
    assertThat(item.at("/children/" + trial.child + "/status").asString()).isEqualTo("MISSING");
    assertThat(item.at("/changed/0/what/0").asString()).isEqualTo("new");
    assertThat(item.path("phone").asString()).isEqualTo("116 000");
  }

  @Test
  @Proves(12)
  void heldReportIsNotOnTheFeedAndItsCaseIsNowhere() {
    node.publish(trial.reported(says));
    node.settle(trial, desk);

    assertThat(desk.item(node.noticeOf(trial))).isEmpty();
    assertThat(Stored.notice(node, node.noticeOf(trial))).isEmpty();
  }

  @Test
  @Proves(12)
  void aReleasedSightingStandsBesideTheReportedPlace() {
    Says tip = Says.builder().sightings(List.of(Facts.sighting("2026-03-01T11:40:00Z"))).build();
    node.publish(trial.reported(says).released(says));
    assertThat(item(trial, "ACTIVE").has("seenSince")).isFalse();
    node.publish(trial.id, List.of(trial.reported(tip).last(), trial.released(tip).last()));

    JsonNode item = changedTo(2);

    assertThat(item.at("/seenSince/at").asString()).isEqualTo("2026-03-01T11:40:00Z");
    assertThat(item.at("/seenSince/place/text").asString()).isEqualTo("bus station");
    assertThat(item.at("/seenSince/source").asString()).isEqualTo("B");
    assertThat(item.at("/seenSince").has("text")).isFalse();
    assertThat(item.at("/facts/lastSeen/place/locality").asString()).isEqualTo("Novi Sad");
    assertThat(item.at("/changed/0/what/0").asString()).isEqualTo("/sightings");
    node.publish(trial.id, List.of(trial.amended(Says.EMPTY).last()));
    assertThat(changedTo(3).has("seenSince")).as("after it was taken back").isFalse();
  }

  @Test
  void whatPoliceMayNotReadIsNotThereAndItsClassIsSaid() {
    node.publish(trial.reported(says).released(Facts.withRestricted(says)));

    JsonNode item = item(trial, "ACTIVE");

    assertThat(item.toString())
        .doesNotContain(Facts.SECRET)
        .doesNotContain(trial.id)
        .doesNotContain("circumstances");
    assertThat(item.path("withheld")).hasSize(1);
  }

  @Test
  void amendmentLocationAndEndAreTold() {
    node.publish(trial.reported(says).released(says));
    item(trial, "ACTIVE");
    ChildFacts older = Facts.boy(Facts.NAME, 10);
    node.publish(trial.id, List.of(trial.amended(Facts.says(trial.child, older)).last()));

    JsonNode amended = changedTo(2);
    assertThat(amended.path("title").asString()).contains("· changed · boy 10 ·");
    assertThat(amended.at("/changed/0/what/0").asString())
        .isEqualTo("/children/" + trial.child + "/ageYears");

    node.publish(trial.id, List.of(trial.located(trial.child).last()));
    JsonNode located = changedTo(3);
    assertThat(located.at("/children/" + trial.child + "/status").asString())
        .isEqualTo("LOCATED_UNVERIFIED");

    node.publish(trial.id, List.of(trial.ended().last()));
    JsonNode ended = item(trial, "ENDED");
    assertThat(ended.path("outcome").asString()).isEqualTo("FOUND_SAFE");
    assertThat(ended.path("title").asString()).matches("ended · RS-....");
    assertThat(ended.has("facts")).isFalse();
    assertThat(ended.has("children")).isFalse();
    assertThat(ended.has("changed")).isFalse();
  }

  @Test
  void siblingThatWasFoundLeavesTheItemWithHisFacts() {
    String sister = trial.sibling();
    Says both =
        says.with()
            .children(
                Map.of(trial.child, Facts.boy(Facts.NAME, 9), sister, Facts.boy("Milica", 12)))
            .build();
    node.publish(trial.reported(both).released(both).ended(sister, Outcome.FOUND_SAFE));
    node.settle(trial, desk);

    JsonNode item = item(trial, "ACTIVE");

    assertThat(item.toString()).doesNotContain("Milica");
    assertThat(item.at("/children/" + sister + "/status").asString()).isEqualTo("ENDED");
    assertThat(item.at("/facts/children").propertyNames()).containsExactly(trial.child);
  }

  @Test
  @Proves(2)
  void anyOrderWithRepeatsHasTheSameEnd() {
    var random = new Random(20260301);
    for (int round = 0; round < 12; round++) {
      boolean ends = round % 2 == 0;
      TrialCase some = TrialCase.real();
      Says said = Facts.says(some.child, Facts.boy("Round " + round, 9));
      some.reported(said).released(said).amended(Facts.says(some.child, Facts.boy("Last", 11)));
      if (ends) {
        some.located(some.child).ended();
      }
      List<Envelope<?>> told = new ArrayList<>(some.told());
      told.addAll(some.told());
      told.addAll(some.told().subList(0, 2));
      Collections.shuffle(told, random);

      node.publish(some.id, told);
      node.settle(some, desk);

      JsonNode item = item(some, ends ? "ENDED" : "ACTIVE");
      if (ends) {
        assertThat(item.path("outcome").asString()).isEqualTo("FOUND_SAFE");
      } else {
        assertThat(item.at("/facts/children/" + some.child + "/names/0/full").asString())
            .isEqualTo("Last");
      }
      var copy = Stored.copy(node, some.id).orElseThrow();
      assertThat(copy.from()).extracting("version").isEqualTo((long) some.told().size());
    }
  }

  @Test
  @Proves(6)
  void deskThatMustNotKnowSeesNeitherTheSearchNorItsEnd() {
    TrialDesk other = node.newDesk(false);
    TrialCase forAll = TrialCase.real();
    node.publish(forAll.reported(says).released(says));
    node.publish(trial.notTo("desk:" + other.id()).reported(says).released(says));
    item(forAll, "ACTIVE");
    item(trial, "ACTIVE");
    String notice = node.noticeOf(trial);
    assertThat(other.item(node.noticeOf(forAll))).isPresent();

    assertThat(other.item(notice)).isEmpty();
    assertThat(other.wire().get("/api/v1/notices/" + notice).status()).isEqualTo(404);

    node.publish(trial.id, List.of(trial.ended().last()));
    item(trial, "ENDED");

    assertThat(other.item(notice)).isEmpty();
    assertThat(other.wire().get("/api/v1/feeds/police").text()).doesNotContain(notice);
    assertThat(other.wire().get("/api/v1/notices/" + notice).status()).isEqualTo(404);
  }

  @Test
  @Proves(9)
  void exerciseIsReadByExerciseDesksOnlyAndTheReverse() {
    TrialDesk exercising = node.newDesk(true);
    TrialCase exercise = TrialCase.exercise();
    Says said = Facts.says(exercise.child, Facts.boy("Drill", 9));
    node.publish(exercise.reported(said).released(said));
    node.publish(trial.reported(says).released(says));
    node.settle(exercise, exercising);
    item(trial, "ACTIVE");

    JsonNode drill = exercising.item(node.noticeOf(exercise)).orElseThrow();
    assertThat(drill.path("title").asString()).startsWith("EXERCISE · ");
    assertThat(drill.path("exercise").asBoolean()).isTrue();
    assertThat(exercising.item(node.noticeOf(trial))).isEmpty();
    assertThat(desk.item(node.noticeOf(exercise))).isEmpty();
    assertThat(desk.wire().get("/api/v1/notices/" + node.noticeOf(exercise)).status())
        .isEqualTo(404);
    assertThat(exercising.wire().get("/api/v1/notices/" + node.noticeOf(trial)).status())
        .isEqualTo(404);
    assertThat(exercising.wire().get("/api/v1/feeds/police").text())
        .contains("<title>EXERCISE · Homeward RS · police</title>");
  }

  @Test
  void noticeIsReadByItsId() {
    node.publish(trial.reported(says).released(says));
    JsonNode onFeed = item(trial, "ACTIVE");
    String path = "/api/v1/notices/" + node.noticeOf(trial);

    Answer one = desk.wire().get(path, "Accept", "application/json");

    assertThat(one.status()).isEqualTo(200);
    assertThat(one.json().path("facts")).isEqualTo(onFeed.path("facts"));
    assertThat(
            desk.wire()
                .get(
                    path,
                    "Accept",
                    "application/json",
                    "If-None-Match",
                    one.header("ETag").orElseThrow())
                .status())
        .isEqualTo(304);
    assertThat(desk.wire().get("/api/v1/notices/" + trial.id).status()).isEqualTo(404);
    assertThat(desk.wire().get("/api/v1/notices/x").status()).isEqualTo(404);
  }

  @Test
  @Proves(10)
  void everyAnswerIsRecordedWithTheIdsInIt() {
    node.publish(trial.reported(says).released(says));
    item(trial, "ACTIVE");
    TrialDesk looking = node.newDesk(false);
    int before = Stored.looks(node, looking.id()).size();

    looking.feed("");
    looking.wire().get("/api/v1/notices/" + node.noticeOf(trial));

    List<List<String>> looks = Stored.looks(node, looking.id());
    assertThat(looks).hasSize(before + 2);
    assertThat(looks.get(before)).contains(node.noticeOf(trial));
    assertThat(looks.getLast()).containsExactly(node.noticeOf(trial));
    assertThat(Stored.auditIsWhole(node)).isTrue();
  }

  @Test
  @Proves({4, 10})
  void aMissingKeyWithholdsASearchAndNotAnEnd() throws Exception {
    TrialCase over = TrialCase.real();
    Says said = Facts.says(over.child, Facts.boy("Over", 9));
    node.publish(over.reported(said).released(said).ended());
    item(over, "ENDED");
    node.publish(trial.reported(says).released(says));
    item(trial, "ACTIVE");
    Path keys = node.directory().resolve("data/audit-alert.keys");
    Path aside = keys.resolveSibling("aside");
    Files.move(keys, aside);
    try {
      assertThat(desk.wire().get("/api/v1/notices/" + node.noticeOf(over)).status()).isEqualTo(200);
      assertThat(desk.wire().get("/api/v1/notices/" + node.noticeOf(trial)).status())
          .isEqualTo(503);
    } finally {
      Files.move(aside, keys);
    }
  }

  @Test
  void noticeKeepsItsStateInTheStoreAsTold() {
    node.publish(trial.reported(says).released(says));
    item(trial, "ACTIVE");

    PoliceNotice notice = Stored.notice(node, node.noticeOf(trial)).orElseThrow().state();

    assertThat(notice).isInstanceOf(PoliceNotice.Active.class);
    assertThat(notice.home()).isEqualTo("rs");
  }
}
