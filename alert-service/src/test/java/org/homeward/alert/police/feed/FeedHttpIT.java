package org.homeward.alert.police.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.AtomSchema;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** The feed as HTTP: pages, cursors, forms, conditions. */
class FeedHttpIT {

  private static final String FEED = "/api/v1/feeds/police";

  private final TrialNode node = TrialNode.get();
  private final TrialDesk desk = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private void release() {
    release(trial);
  }

  private void release(TrialCase some) {
    node.publish(some.reported(says).released(says));
    node.item(desk, some, "ACTIVE");
  }

  @Test
  void atomHoldsTheSameItemsAsJson() {
    release();
    JsonNode json = desk.feed("?limit=200");
    Answer atom = desk.wire().get(FEED + "?limit=200");

    AtomSchema.check(atom.response().body());
    Document document = AtomSchema.parse(atom.text());
    Map<String, String> entries = new LinkedHashMap<>();
    var found = document.getElementsByTagName("entry");
    for (int i = 0; i < found.getLength(); i++) {
      Element entry = (Element) found.item(i);
      entries.put(text(entry, "id"), text(entry, "title"));
    }
    Map<String, String> items = new LinkedHashMap<>();
    json.path("items").forEach(i -> items.put(i.path("id").asString(), i.path("title").asString()));
    assertThat(entries).containsExactlyEntriesOf(items);
    assertThat(atom.header("Content-Type")).contains("application/atom+xml;charset=UTF-8");
    assertThat(atom.text())
        .contains(Facts.NAME)
        .contains("Hotline, day and night: 116 000")
        .doesNotContain(trial.id);
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  @Test
  void feedIdAndSelfLinkStay() {
    Document one = AtomSchema.parse(desk.wire().get(FEED).text());
    release();
    Document other = AtomSchema.parse(desk.wire().get(FEED).text());

    assertThat(text(other.getDocumentElement(), "id"))
        .isEqualTo(text(one.getDocumentElement(), "id"))
        .startsWith("urn:uuid:");
    Element self = (Element) other.getElementsByTagName("link").item(0);
    assertThat(self.getAttribute("rel")).isEqualTo("self");
    assertThat(self.getAttribute("href"))
        .isEqualTo("http://127.0.0.1:8080/api/v1/feeds/police?limit=50");
  }

  @Test
  void oneItemIsAnAtomEntry() {
    release();

    Answer entry = desk.wire().get("/api/v1/notices/" + node.noticeOf(trial));

    AtomSchema.check(entry.response().body());
    assertThat(entry.text()).contains("<entry xmlns=").contains(node.noticeOf(trial));
  }

  @Test
  void cursorLeadsThroughEverythingOnceAndStaysAtTheEnd() {
    release(TrialCase.real());
    release(TrialCase.real());
    release();
    JsonNode newest = desk.feed("?limit=200");
    String epoch = newest.path("head").asString().split("\\.")[0];
    Set<String> seen = new HashSet<>();
    List<Integer> places = new ArrayList<>();
    String after = epoch + ".0";
    JsonNode page;
    do {
      page = desk.feed("?limit=2&after=" + after);
      assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
      page.path("items")
          .forEach(
              item -> {
                seen.add(item.path("id").asString());
                places.add(item.path("n").asInt());
              });
      after = page.path("next").asString();
    } while (page.path("more").asBoolean());

    assertThat(places).isSorted().doesNotHaveDuplicates();
    newest.path("items").forEach(item -> assertThat(seen).contains(item.path("id").asString()));
    assertThat(seen).contains("urn:uuid:" + node.noticeOf(trial));
    assertThat(desk.feed("?after=" + after).path("items")).isEmpty();
    assertThat(desk.feed("?after=" + after).path("next").asString()).isEqualTo(after);

    TrialCase later = TrialCase.real();
    release(later);
    JsonNode more = desk.feed("?after=" + after);
    assertThat(more.path("items").valueStream().map(i -> i.path("id").asString()))
        .contains("urn:uuid:" + node.noticeOf(later));
  }

  @Test
  void pageShowsANoticeOnceAtItsNewestPlace() {
    release();
    node.publish(trial.id, List.of(trial.located(trial.child).last()));
    node.publish(trial.id, List.of(trial.ended().last()));
    node.item(desk, trial, "ENDED");
    String epoch = desk.feed("").path("head").asString().split("\\.")[0];

    for (String query : List.of("?limit=200", "?limit=200&after=" + epoch + ".0")) {
      long times =
          desk.feed(query)
              .path("items")
              .valueStream()
              .filter(i -> i.path("id").asString().equals("urn:uuid:" + node.noticeOf(trial)))
              .count();
      assertThat(times).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "?after=, 400, bad-cursor",
    "?after=abc, 400, bad-cursor",
    "?after=abcdefgh.-1, 400, bad-cursor",
    "?after=abcdefgh.01, 400, bad-cursor",
    "?after=abcdefgh.1&after=abcdefgh.2, 400, bad-cursor",
    "?after=abcdefgh.99999999999999999999, 400, bad-cursor",
    "?after=abcdefgh.1, 410, cursor-gone",
    "?limit=0, 422, invalid",
    "?limit=201, 422, invalid",
    "?limit=-5, 422, invalid",
    "?limit=ten, 422, invalid",
    "?limit=1e2, 422, invalid"
  })
  void wrongPlaceOrLimitIsRefused(String query, int status, String problem) {
    Answer answer = desk.wire().get(FEED + query);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  @Test
  void placeAheadOfTheHeadIsGoneAndTheAnswerSaysWhereToStart() {
    String epoch = desk.feed("").path("head").asString().split("\\.")[0];

    Answer gone = desk.wire().get(FEED + "?limit=7&after=" + epoch + ".987654321");

    assertThat(gone.status()).isEqualTo(410);
    String resync = gone.json().path("resync").asString();
    assertThat(resync).isEqualTo("http://127.0.0.1:8080" + FEED + "?after=" + epoch + ".0&limit=7");
    assertThat(desk.wire().get(resync.substring("http://127.0.0.1:8080".length())).status())
        .isEqualTo(200);
  }

  @Test
  void unchangedFeedIsNotSentAgain() {
    release();
    node.settle(trial, desk);
    Answer first = desk.wire().get(FEED);
    String tag = first.header("ETag").orElseThrow();
    int looks = Stored.looks(node, desk.id()).size();

    Answer again = desk.wire().get(FEED, "If-None-Match", tag);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(again.header("ETag")).contains(tag);
    assertThat(again.header("Cache-Control").orElseThrow()).contains("private");
    assertThat(Stored.looks(node, desk.id())).hasSize(looks);

    release(TrialCase.real());
    assertThat(desk.wire().get(FEED, "If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void tagChangesWithAnItemAndIsNobodysToMakeUp() {
    release();
    node.settle(trial, desk);
    String page = FEED + "?limit=200";
    String tag = desk.wire().get(page).header("ETag").orElseThrow();
    String one = "/api/v1/notices/" + node.noticeOf(trial);
    String oneTag = desk.wire().get(one).header("ETag").orElseThrow();
    int looks = Stored.looks(node, desk.id()).size();

    assertThat(desk.wire().get(one, "If-None-Match", oneTag).status()).isEqualTo(304);
    assertThat(desk.wire().get(one + "/cap", "If-None-Match", oneTag).status()).isEqualTo(200);
    assertThat(desk.wire().get(one, "If-None-Match", "*").status()).isEqualTo(200);
    assertThat(Stored.looks(node, desk.id())).hasSize(looks + 2);

    node.publish(trial.id, List.of(trial.located(trial.child).last()));
    node.settle(trial, desk);

    assertThat(desk.wire().get(one, "If-None-Match", oneTag).status()).isEqualTo(200);
    assertThat(desk.wire().get(page, "If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void pageSaysWhatWasLastWhereverItIs() {
    release();
    JsonNode newest = desk.feed("?limit=200");
    JsonNode atTheEnd = desk.feed("?after=" + newest.path("head").asString());

    assertThat(atTheEnd.path("items")).isEmpty();
    assertThat(atTheEnd.at("/recent/0")).isEqualTo(newest.at("/recent/0"));
    assertThat(newest.at("/recent/0/id")).isEqualTo(newest.at("/items/0/id"));
    assertThat(newest.path("recent").size()).isBetween(1, 10);
    assertThat(desk.wire().get(FEED + "?limit=1").text())
        .contains("head=\"" + newest.path("head").asString())
        .contains("recent id=\"" + newest.at("/recent/0/id").asString());
  }

  @Test
  void tagIsOfThisDeskFormAndPage() {
    Answer answer = desk.wire().get(FEED);
    String tag = answer.header("ETag").orElseThrow();
    TrialDesk other = node.newDesk(false);

    assertThat(tag).matches("\"[0-9a-f-]{36}\"");
    assertThat(other.wire().get(FEED, "If-None-Match", tag).status()).isEqualTo(200);
    assertThat(desk.wire().get(FEED + "?limit=3", "If-None-Match", tag).status()).isEqualTo(200);
    assertThat(desk.wire().get(FEED, "If-None-Match", tag, "Accept", "application/json").status())
        .isEqualTo(200);
  }

  @Test
  void headSaysWhatGetWouldSay() {
    Answer get = desk.wire().get(FEED);

    Answer head = desk.wire().head(FEED);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.response().body()).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    assertThat(head.header("Content-Length").orElseThrow())
        .isEqualTo(String.valueOf(get.text().getBytes(UTF_8).length));
  }

  @Test
  void formIsChosenByAccept() {
    assertThat(desk.wire().get(FEED, "Accept", "image/png").problem()).isEqualTo("not-acceptable");
    assertThat(desk.wire().get(FEED, "Accept", "image/png").status()).isEqualTo(406);
    assertThat(desk.wire().get(FEED, "Accept", "text/html").header("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    assertThat(desk.wire().get(FEED).header("Vary").orElseThrow()).contains("Accept");
  }

  @Test
  void otherMethodsAndPathsAreProblems() {
    Wire wire = desk.wire();

    assertThat(wire.method("DELETE", FEED, "").status()).isEqualTo(405);
    assertThat(wire.command(FEED, "{}").status()).isEqualTo(405);
    assertThat(wire.get("/api/v1/notices/").status()).isEqualTo(404);
    assertThat(node.person("dragan", "police").get(FEED).status()).as("of no desk").isEqualTo(403);
  }
}
