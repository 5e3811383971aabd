package org.homeward.intake.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Whoever searches or opens more than a shift needs is a task of the officer; over HTTP. */
class CountLooksIT {

  private static final String FIND = "/api/v1/cases/find";
  private static final int LIMIT = 30;

  private final TrialIntake intake = TrialIntake.get();
  private final String login = "c" + UUID.randomUUID().toString().substring(0, 8);
  private final String person = "person-" + login;
  private final Person operator = intake.person(login, Role.OPERATOR);
  private final Person vera = intake.vera();

  @BeforeEach
  void waitForTheIndex() {
    await().until(() -> intake.ana().post(FIND, "{\"words\": \"x\"}").status() == 200);
  }

  private boolean allAreCounted() {
    return intake
            .bean(MongoDatabase.class)
            .getCollection("lookups")
            .countDocuments(Filters.and(Filters.eq("state.by", person), Filters.exists("dues.ask")))
        == 0;
  }

  private Answer find(String more) {
    Answer found = operator.post(FIND, "{\"words\": \"Nobody Qqq\"" + more + "}");
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    return found;
  }

  private JsonNode task(String kind) {
    return vera.get("/api/v1/tasks?limit=200")
        .json()
        .path("tasks")
        .valueStream()
        .filter(each -> each.path("kind").asString().equals(kind))
        .filter(each -> each.path("person").asString().equals(person))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  @Test
  void searchesForOneCallCountOnceAndThoseForNoneEachForItself() {
    String draft =
        operator
            .post("/api/v1/drafts", "{\"exercise\": false, \"typed\": {}}")
            .json()
            .path("draft")
            .asString();
    String call =
        operator
            .post(
                "/api/v1/calls", "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true}")
            .json()
            .path("call")
            .asString();
    find(", \"call\": \"" + call + "\"");
    await().until(this::allAreCounted);
    operator.post(
        "/api/v1/calls/" + call + "/tie", "{\"draft\": \"" + draft + "\"}", "If-Match: *");
    for (int i = 0; i < 2; i++) {
      find(", \"draft\": \"" + draft + "\"");
      find(", \"call\": \"" + call + "\"");
    }
    String first = find("").text();
    for (int i = 1; i < LIMIT - 1; i++) {
      find("");
    }
    await().until(this::allAreCounted);
    assertThat(task("CHECK_SEARCHES").isMissingNode()).isTrue();

    assertThat(find("").text()).as("beyond the limit she gets what she got").isEqualTo(first);

    await().until(this::allAreCounted);
    assertThat(
            intake
                .bean(MongoDatabase.class)
                .getCollection("tallies")
                .countDocuments(Filters.and(Filters.eq(person), Filters.eq("version", 1))))
        .as("counting keeps no history")
        .isEqualTo(1);
    JsonNode task = task("CHECK_SEARCHES");
    assertThat(task.path("count").asInt()).isEqualTo(LIMIT + 1);
    assertThat(intake.jelena().get("/api/v1/tasks?limit=200").text())
        .doesNotContain("CHECK_SEARCHES");

    String done = "/api/v1/tasks/" + task.path("id").asString() + "/done";
    assertThat(operator.postNothing(done).status()).isEqualTo(403);
    String grown = done.replace("." + (LIMIT + 1) + ".", "." + LIMIT + ".");
    assertThat(vera.postNothing(grown).status()).as("what was not seen").isEqualTo(404);
    String own = done.replace(person, "person-vera");
    assertThat(vera.postNothing(own).status()).as("about herself").isEqualTo(403);
    assertThat(vera.postNothing(done).text()).doesNotContain(person);
    assertThat(vera.postNothing(done).status()).isEqualTo(404);
    find("");
    await().until(this::allAreCounted);
    assertThat(task("CHECK_SEARCHES").isMissingNode()).as("it is counted anew").isTrue();
  }

  @Test
  void aCallThatIsBeingKeptFromHerIsNoCallToSearchFor() {
    String body = "{\"words\": \"x\", \"call\": \"" + UUID.randomUUID() + "\"}";
    assertThat(operator.post(FIND, body).status()).isEqualTo(404);
    String both =
        "{\"words\": \"x\", \"call\": \"%s\", \"draft\": \"%s\"}"
            .formatted(UUID.randomUUID(), UUID.randomUUID());
    assertThat(operator.post(FIND, both).text()).contains("/call", "one-of-both");
  }

  private JsonNode opened() {
    return operator
        .post(
            "/api/v1/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}")
        .json();
  }

  @Test
  void readingTheChildOfACaseCountsAsOpeningIt() {
    JsonNode opened = opened();
    String id = opened.path("case").asString();

    operator.get("/api/v1/cases/" + id + "/children/" + opened.at("/children/0").asString());

    assertThat(stored()).contains(id);
  }

  private String stored() {
    var all = new StringBuilder();
    for (String collection : new String[] {"tallies", "tally-history"}) {
      for (Document each : intake.bean(MongoDatabase.class).getCollection(collection).find()) {
        all.append(each.toJson());
      }
    }
    return all.toString();
  }

  /** Otherwise what she opened stays here for as long as the officer does not look. */
  @Test
  @Proves(8)
  void aCountThatNobodyHasLookedAtForgetsWhatWasCounted() {
    CountLooks countLooks = intake.bean(CountLooks.class);
    String first = UUID.randomUUID().toString();
    countLooks.opened(person, first);
    for (int i = 0; i < 60; i++) {
      countLooks.opened(person, UUID.randomUUID().toString());
    }
    assertThat(task("CHECK_OPENINGS").path("count").asInt()).isEqualTo(61);
    assertThat(stored()).contains(first);

    aDayLater();

    await()
        .untilAsserted(
            () -> {
              intake.bean("tallies", Aggregate.class).alarms().ring();
              assertThat(stored()).doesNotContain(first);
            });
    assertThat(task("CHECK_OPENINGS").path("count").asInt()).as("the count stays").isEqualTo(61);
    countLooks.opened(person, UUID.randomUUID().toString());
    assertThat(task("CHECK_OPENINGS").path("count").asInt()).isEqualTo(62);
  }

  /** After this, whatever was counted is of the day before. */
  private void aDayLater() {
    var tallies = intake.bean(MongoDatabase.class).getCollection("tallies");
    Document stored = tallies.find(Filters.eq(person)).first();
    Document state = stored.get("state", Document.class);
    state
        .getList("counted", Document.class)
        .forEach(each -> each.put("at", Instant.EPOCH.toString()));
    tallies.updateOne(
        Filters.eq(person),
        Updates.combine(
            Updates.set("state", state),
            Updates.set("dues.forget-ids", Date.from(Instant.EPOCH)),
            Updates.set("wakeAt", Date.from(Instant.EPOCH)),
            Updates.set("write", UUID.randomUUID().toString())));
  }

  @Test
  void openingOneCaseOftenCountsOnce() {
    JsonNode opened = opened();
    String id = opened.path("case").asString();
    operator.get("/api/v1/cases/" + id);
    operator.get("/api/v1/cases/" + id);
    operator.get("/api/v1/cases/" + id + "/children/" + opened.at("/children/0").asString());

    CountLooks countLooks = intake.bean(CountLooks.class);
    for (int i = 0; i < 59; i++) {
      countLooks.opened(person, UUID.randomUUID().toString());
    }
    assertThat(task("CHECK_OPENINGS").isMissingNode()).isTrue();

    countLooks.opened(person, UUID.randomUUID().toString());

    assertThat(task("CHECK_OPENINGS").path("count").asInt()).isEqualTo(61);
    assertThat(operator.get("/api/v1/cases/" + id).status()).isEqualTo(200);
  }
}
