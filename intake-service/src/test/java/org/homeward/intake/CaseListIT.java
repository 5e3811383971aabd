package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListWalk;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Cases as people page through them. */
class CaseListIT {

  private static final String LIST = "/api/v1/cases?limit=2";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();

  private String opened(String risk, String notTo) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE", "notTo": [%s], "newChildren": [{}],
             "says": {"risk": {"level": "%s", "criteria": []}}}"""
                .formatted(notTo, risk));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("case").asString();
  }

  private JsonNode page(String query) {
    Answer page = ana.get(LIST + query);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page.json();
  }

  private static List<String> ids(JsonNode page) {
    return page.path("cases").valueStream().map(line -> line.path("id").asString()).toList();
  }

  /** Adds what comes; returns the way to what is newer. */
  private String rest(String query, JsonNode page, List<String> found) {
    JsonNode at = page;
    found.addAll(ids(at));
    while (at.has("next")) {
      at = page(query + "&after=" + at.path("next").asString());
      found.addAll(ids(at));
    }
    return at.path("newer").asString();
  }

  @Test
  void newestChangeComesFirstAndWhatChangesMeanwhileComesAtTheEnd() {
    String first = opened("LOW", "");
    String second = opened("LOW", "");
    String third = opened("LOW", "");
    JsonNode page = page("");
    assertThat(ids(page)).containsExactly(third, second);

    String fourth = opened("LOW", "");
    ana.postNothing("/api/v1/cases/" + second + "/freeze");
    join(first);
    List<String> found = new ArrayList<>();
    String newer = rest("", page, found);
    assertThat(found).contains(third, second).doesNotContain(first, fourth);

    List<String> since = new ArrayList<>();
    String again = rest("", page("&after=" + newer), since);
    assertThat(since).startsWith(first, fourth).doesNotContain(second);
    assertThat(page("&after=" + again).has("cases")).isTrue();
  }

  private void join(String id) {
    Answer joined =
        ana.post(
            "/api/v1/cases/" + id + "/reports",
            "{\"exercise\": false, \"channel\": \"SMS\", \"says\": {}}");
    assertThat(joined.status()).as(joined.text()).isEqualTo(201);
  }

  @Test
  void highestRiskComesFirst() {
    String high = opened("HIGH", "");
    String low = opened("LOW", "");
    String highToo = opened("HIGH", "");
    String medium = opened("MEDIUM", "");
    List<String> found = new ArrayList<>();
    String newer = rest("&order=RISK", page("&order=RISK"), found);
    assertThat(found).containsSubsequence(highToo, high, medium, low).doesNotHaveDuplicates();

    join(low);
    List<String> since = new ArrayList<>();
    rest("&order=RISK", page("&order=RISK&after=" + newer), since);
    assertThat(since).startsWith(low);
  }

  @Test
  void aListSinceThenHasOnlyWhatHasChangedAfterThat() {
    String first = opened("HIGH", "");
    String second = opened("LOW", "");
    String then = ana.get("/api/v1/cases/" + second).json().path("openedAt").asString();

    await()
        .untilAsserted(
            () -> {
              join(second);
              assertThat(ids(page("&since=" + then))).contains(second).doesNotContain(first);
            });
    assertThat(ids(page("&since=2999-01-01T00:00:00Z"))).isEmpty();
    assertThat(ana.get(LIST + "&since=yesterday").text()).contains("/since", "wrong-form");
  }

  @Test
  @Proves(6)
  void whatIsKeptFromSomebodyStandsNeitherInALineNorInAPlace() {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      opened("HIGH", "");
      kept.add(opened("HIGH", "\"person:person-ana\""));
    }
    for (String query : List.of("", "&order=RISK")) {
      JsonNode page = page(query);
      while (page.has("next")) {
        assertThat(ids(page)).hasSize(2).doesNotContainAnyElementsOf(kept);
        String next = page.path("next").asString();
        assertThat(kept).noneMatch(id -> ListWalk.of(next).orElseThrow().toString().contains(id));
        page = page(query + "&after=" + next);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "&after=Zlatibor417,                            /after",
    "&after=0000000000000000000000000000000000000,  /after",
    "&after=%27%22,                                 /after",
    "&order=NEWEST,                                 /order",
    "&standing=GONE,                                /standing",
    "&standing=FROZEN&after=PLACE,                  /after",
    "&order=RISK&after=PLACE,                       /after"
  })
  void aPlaceThatIsNoneOfThisListIsRefusedByName(String query, String pointer) {
    String place = ListWalk.of(ListOrder.CHANGED, "OPEN").text();
    Answer refused = ana.get(LIST + query.replace("PLACE", place));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
  }
}
