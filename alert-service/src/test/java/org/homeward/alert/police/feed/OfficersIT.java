package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The people of a police desk read the feed with their own tokens. */
class OfficersIT {

  private static final String FEED = "/api/v1/feeds/police";

  private final TrialNode node = TrialNode.get();
  private final TrialDesk desk = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final String login = "officer-" + UUID.randomUUID();
  private final Wire officer = node.officer(login, desk.id());

  private String released() {
    node.publish(trial.reported(says).released(says));
    node.item(desk, trial, "ACTIVE");
    return node.noticeOf(trial);
  }

  private static Answer json(Wire wire, String path) {
    return wire.get(path, "Accept", "application/json");
  }

  @Test
  void anOfficerReadsWhatTheDesksProgramReads() {
    String notice = released();

    Answer page = json(officer, FEED + "?limit=200");
    Answer item = json(officer, "/api/v1/notices/" + notice);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("application/json");
    assertThat(itemOf(page.json(), notice)).isEqualTo(desk.item(notice));
    assertThat(item.json()).isEqualTo(json(desk.wire(), "/api/v1/notices/" + notice).json());
    assertThat(item.text()).contains(Facts.NAME).doesNotContain(trial.id);
  }

  private static Optional<JsonNode> itemOf(JsonNode page, String notice) {
    return page.path("items")
        .valueStream()
        .filter(item -> item.path("id").asString().equals("urn:uuid:" + notice))
        .findFirst();
  }

  @Test
  @Proves(10)
  void theLookIsRecordedWithThePersonAndTheDesk() {
    String notice = released();

    json(officer, "/api/v1/notices/" + notice);

    Document look =
        node.bean(MongoDatabase.class)
            .getCollection("audit")
            .find(Filters.eq("fields.reader", "person-" + login))
            .sort(Sorts.descending("_id"))
            .first();
    assertThat(look).isNotNull();
    Document fields = look.get("fields", Document.class);
    assertThat(fields.getString("desk")).isEqualTo(desk.id());
    assertThat(fields.getString("role")).isEqualTo("police");
    assertThat(fields.getList("subjects", String.class)).containsExactly(notice);
  }

  @Test
  @Proves(6)
  void aCaseThatExcludesAPersonIsNotThereForThemAndForOthersItIs() {
    trial.notTo("person:person-" + login);
    String notice = released();
    Wire colleague = node.officer("colleague-" + UUID.randomUUID(), desk.id());

    assertThat(json(officer, "/api/v1/notices/" + notice).status()).isEqualTo(404);
    assertThat(json(officer, FEED + "?limit=200").text()).doesNotContain(notice);
    assertThat(json(colleague, "/api/v1/notices/" + notice).status()).isEqualTo(200);
  }

  @Test
  @Proves({4, 6})
  void aPersonWhoIsExcludedLaterSeesThatWhatTheyReadWasWithdrawnAndNothingMore() {
    String notice = released();
    Wire colleague = node.officer("colleague-" + UUID.randomUUID(), desk.id());
    assertThat(json(officer, "/api/v1/notices/" + notice).status()).isEqualTo(200);

    node.publish(trial.id, List.of(trial.notTo("person:person-" + login).amended(says).last()));

    await().until(() -> status(officer, notice).equals("WITHDRAWN"));
    JsonNode taken = itemOf(json(officer, FEED + "?limit=200").json(), notice).orElseThrow();
    assertThat(taken.toString()).doesNotContain(Facts.NAME);
    assertThat(json(officer, "/api/v1/notices/" + notice).status()).isEqualTo(404);
    assertThat(status(colleague, notice)).isEqualTo("ACTIVE");
    assertThat(desk.item(notice).orElseThrow().path("version").asInt())
        .as("others are told nothing")
        .isEqualTo(1);
    node.publish(trial.id, List.of(trial.ended().last()));
    node.item(desk, trial, "ENDED");
    assertThat(itemOf(json(officer, FEED + "?limit=200").json(), notice))
        .as("nothing that happens since shows")
        .contains(taken);
  }

  private static String status(Wire wire, String notice) {
    return itemOf(json(wire, FEED + "?limit=200").json(), notice)
        .map(item -> item.path("status").asString())
        .orElse("");
  }

  @Test
  @Proves(10)
  void revokingADeskListsWhatItsPeopleHaveReadWithTheirTokens() {
    String notice = released();
    TrialDesk ofPeople = node.newDesk(false);
    json(node.officer(login, ofPeople.id()), "/api/v1/notices/" + notice);

    Answer revoked = node.admin().command("/api/v1/desks/" + ofPeople.id() + "/revoke", "");

    assertThat(revoked.json().path("read").valueStream())
        .extracting(each -> each.path("notice").asString())
        .containsExactly(notice);
  }

  @Test
  void aDeskWhoseKeyHasExpiredIsClosedToItsPeople() {
    TrialDesk expiring = node.newDesk(false, 1);
    Wire its = node.officer(login, expiring.id());
    assertThat(json(its, FEED).status()).isEqualTo(200);

    node.clock().advance(Duration.ofDays(1));

    assertThat(json(node.officer(login, expiring.id()), FEED).problem()).isEqualTo("forbidden");
    node.renewed(expiring);
    assertThat(json(node.officer(login, expiring.id()), FEED).status()).isEqualTo(200);
  }

  @Test
  void anotherPersonsTagTellsNothing() {
    String notice = released();
    String tag = json(officer, "/api/v1/notices/" + notice).header("ETag").orElseThrow();
    Wire colleague = node.officer("colleague-" + UUID.randomUUID(), desk.id());

    assertThat(
            officer
                .get(
                    "/api/v1/notices/" + notice, "Accept", "application/json", "If-None-Match", tag)
                .status())
        .isEqualTo(304);
    assertThat(
            colleague
                .get(
                    "/api/v1/notices/" + notice, "Accept", "application/json", "If-None-Match", tag)
                .status())
        .as("a look of their own is recorded")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "supervisor", "authority", "partner-desk", "dpo", "admin"})
  void nobodyElseReadsTheFeedWithAToken(String role) {
    Wire other = node.person("somebody", role);

    assertThat(json(other, FEED).problem()).isEqualTo("forbidden");
    assertThat(json(other, "/api/v1/notices/" + UUID.randomUUID()).problem())
        .isEqualTo("forbidden");
  }

  @Test
  void policeWithoutADeskOrOfAnUnknownOneReadNothing() {
    for (Wire nowhere :
        List.of(
            node.person("somebody", "police"),
            node.officer("somebody", UUID.randomUUID().toString()))) {
      assertThat(json(nowhere, FEED).problem()).isEqualTo("forbidden");
    }
  }

  @Test
  void aRevokedDeskIsClosedToItsPeople() {
    assertThat(json(officer, FEED).status()).isEqualTo(200);

    node.admin().command("/api/v1/desks/" + desk.id() + "/revoke", "");

    assertThat(json(officer, FEED).problem()).isEqualTo("forbidden");
  }

  @Test
  @Proves(9)
  void theDesksMarkIsItsPeoplesMark() {
    TrialDesk trying = node.newDesk(true);
    String notice = released();

    assertThat(json(node.officer(login, trying.id()), "/api/v1/notices/" + notice).status())
        .isEqualTo(404);
  }

  @Test
  void aStreamIsForProgramsBecauseItWouldOutliveAToken() {
    assertThat(officer.get(FEED + "/stream", "Accept", "text/event-stream").problem())
        .isEqualTo("forbidden");
  }

  @Test
  void aForgedTokenIsNoToken() {
    Answer refused = json(node.bearing("a.b.c"), FEED);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    assertThat(json(node.anonymous(), FEED).header("WWW-Authenticate").orElseThrow())
        .startsWith("Basic");
  }
}
