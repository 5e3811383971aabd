package org.homeward.alert.police.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.EventReader;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Place;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which desks read a notice, and what becomes of it for those that must not read it any more. */
class AddressedDesksIT {

  private static final String NOTICES = "/api/v1/notices/";

  private final TrialNode node = TrialNode.get();
  private final TrialDesk named = node.newDesk("RS-00");
  private final TrialDesk elsewhere = node.newDesk("RS-20");
  private final TrialCase trial = TrialCase.real();
  private final String notice = node.noticeOf(trial);
  private final Says says = seenIn("RS-06", 9);

  private Says seenIn(String region, int age) {
    return Facts.says(trial.child, Facts.boy(Facts.NAME, age))
        .with()
        .lastSeen(
            new LastSeen(null, null, null, new Place("RS", region, null, null, null, null, null)))
        .build();
  }

  private Answer item(TrialDesk desk) {
    return desk.wire().get(NOTICES + notice, "Accept", "application/json");
  }

  private String status(TrialDesk desk) {
    return desk.item(notice).map(item -> item.path("status").asString()).orElse("");
  }

  private void released() {
    node.publish(trial.reported(says).releasedTo(named.id(), says));
    node.item(named, trial, "ACTIVE");
  }

  @Test
  @Proves(6)
  void theNamedDeskAndThoseResponsibleReadItAndNobodyElse() {
    TrialDesk province = node.newDesk("RS-VO");
    TrialDesk district = node.newDesk("RS-06");
    released();

    for (TrialDesk reads : List.of(named, province, district)) {
      assertThat(status(reads)).isEqualTo("ACTIVE");
      assertThat(item(reads).status()).isEqualTo(200);
    }
    assertThat(status(elsewhere)).isEmpty();
    assertThat(item(elsewhere).status()).isEqualTo(404);
    assertThat(elsewhere.wire().get("/api/v1/feeds/police?limit=200").text())
        .doesNotContain(notice);

    node.publish(trial.id, List.of(trial.amended(seenIn("RS-20", 9)).last()));
    node.item(elsewhere, trial, "ACTIVE");
    assertThat(status(district)).as("it was told once").isEqualTo("ACTIVE");

    node.publish(trial.id, List.of(trial.ended().last()));
    for (TrialDesk reads : List.of(named, province, district, elsewhere)) {
      node.item(reads, trial, "ENDED");
    }
  }

  @Test
  @Proves({6, 11})
  void anExpiredDeskLeavesItsNoticesToAllAndThatRings() {
    TrialDesk expiring = node.newDesk(false, 1);
    node.publish(trial.reported(says).releasedTo(expiring.id(), says));
    node.item(expiring, trial, "ACTIVE");
    assertThat(status(elsewhere)).isEmpty();
    String head = elsewhere.feed("").path("head").asString();

    node.clock().advance(Duration.ofDays(1));

    await().until(() -> status(elsewhere).equals("ACTIVE"));
    assertThat(elsewhere.feed("?after=" + head).path("items").toString())
        .as("a desk that follows the feed gets it too")
        .contains(notice);
    var gauge = node.bean(MeterRegistry.class).get("homeward.notices.in.doubt").gauge();
    await().atMost(Duration.ofSeconds(60)).until(() -> gauge.value() >= 1);
  }

  @Test
  @Proves(6)
  void aRevokedDeskLeavesItsNoticesToAll() {
    released();
    assertThat(status(elsewhere)).isEmpty();

    node.admin().command("/api/v1/desks/" + named.id() + "/revoke", "");

    await().until(() -> status(elsewhere).equals("ACTIVE"));
  }

  @Test
  @Proves({6, 10})
  void aDeskThatMustNotKnowIsAnsweredLikeAnUnknownId() {
    TrialDesk kept = node.newDesk("RS-06");
    node.publish(trial.notTo("desk:" + kept.id()).reported(says).releasedTo(named.id(), says));
    node.item(named, trial, "ACTIVE");
    int before = Stored.looks(node, kept.id()).size();
    String unknown = UUID.randomUUID().toString();

    for (String form : List.of("", "/cap")) {
      Answer hidden = kept.wire().get(NOTICES + notice + form);
      Answer none = kept.wire().get(NOTICES + unknown + form);
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.text().replace(notice, unknown)).isEqualTo(none.text());
      assertThat(hidden.response().headers().map().keySet())
          .isEqualTo(none.response().headers().map().keySet());
    }
    assertThat(Stored.looks(node, kept.id()).subList(before, before + 4))
        .as("the same entries of the audit trail")
        .containsExactly(List.of(notice), List.of(unknown), List.of(notice), List.of(unknown));
    assertThat(kept.feed("?limit=200").toString()).doesNotContain(notice);
  }

  @Test
  @Proves({4, 6})
  void whatADeskMustNotKnowAnyMoreIsWithdrawnFromItAtOnceAndForGood() {
    TrialDesk kept = node.newDesk("RS-06");
    released();
    String place = kept.feed("").path("head").asString();
    try (var stream = EventReader.open(node, kept, "?after=" + place)) {
      String number = kept.item(notice).orElseThrow().path("reference").asString();

      node.publish(trial.id, List.of(trial.notTo("desk:" + kept.id()).amended(says).last()));

      await().until(() -> stream.has(notice, "WITHDRAWN"));
      await().until(() -> status(kept).equals("WITHDRAWN"));
      JsonNode taken = kept.item(notice).orElseThrow();
      assertThat(taken.propertyNames())
          .containsExactlyInAnyOrder(
              "id", "version", "status", "exercise", "title", "reference", "updated", "n");
      assertThat(taken.path("reference").asString()).isEqualTo(number);
      assertThat(item(kept).status()).isEqualTo(404);
      assertThat(kept.wire().get("/api/v1/feeds/police?limit=200").text())
          .contains("withdrawn · " + number)
          .doesNotContain(NOTICES + notice);
      assertThat(named.item(notice).orElseThrow().path("version").asInt())
          .as("others are told nothing")
          .isEqualTo(1);

      node.publish(trial.id, List.of(trial.amended(seenIn("RS-06", 11)).last()));
      node.publish(trial.id, List.of(trial.ended().last()));
      node.item(named, trial, "ENDED");
      assertThat(kept.item(notice).orElseThrow())
          .as("nothing that happens since shows")
          .isEqualTo(taken);
      assertThat(stream.events("notice").stream().filter(e -> e.json().toString().contains(notice)))
          .hasSize(1);
    }
  }

  @Test
  @Proves(10)
  void revokingAKeySaysWhatItHasRead() {
    released();
    named.feed("?limit=200");
    JsonNode shown = item(named).json();

    JsonNode read =
        node.admin()
            .command("/api/v1/desks/" + named.id() + "/revoke", "")
            .json()
            .path("read")
            .valueStream()
            .filter(each -> each.path("notice").asString().equals(notice))
            .findFirst()
            .orElseThrow();

    assertThat(read.path("reference").asString()).isEqualTo(shown.path("reference").asString());
    assertThat(read.path("times").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(read.has("first")).isTrue();
    assertThat(read.has("last")).isTrue();
    assertThat(Stored.looks(node, "person-nikola"))
        .as("the list is a look too")
        .contains(List.of(named.id()));
  }

  @Test
  void linksOfTheAtomFeedReachEveryPageAndBack() {
    List<String> released = released(5);
    List<String> pages = new ArrayList<>(List.of("/api/v1/feeds/police?limit=2"));
    StringBuilder all = new StringBuilder(elsewhere.wire().get(pages.getFirst()).text());
    while (!released.stream().allMatch(id -> all.indexOf("<entry><id>urn:uuid:" + id) > 0)) {
      String next = requireNonNull(link(pages.getLast(), "next"), "the way to older ones");
      pages.add(next);
      all.append(elsewhere.wire().get(next).text());
    }
    assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
    List<String> back = new ArrayList<>(List.of(pages.getLast()));
    for (String prev = link(back.getLast(), "prev"); prev != null; prev = link(prev, "prev")) {
      back.add(prev);
    }
    assertThat(back.reversed()).isEqualTo(pages);
  }

  @Test
  void whoFollowsTheFeedFindsTheWayBackAndReadsTheSameAgain() {
    List<String> released = released(5);
    String head =
        elsewhere
            .wire()
            .get("/api/v1/feeds/police?limit=2", "Accept", "application/json")
            .json()
            .path("next")
            .asString();
    List<String> back = new ArrayList<>();
    String last = "/api/v1/feeds/police?limit=2&after=" + head;
    String page = last;
    while (page != null && !ids(back).containsAll(released)) {
      back.add(page);
      page = link(page, "prev");
    }
    assertThat(ids(back.reversed())).containsSubsequence(released);
    List<String> forward = new ArrayList<>(List.of(back.getLast()));
    while (!ids(List.of(forward.getLast())).isEmpty()) {
      forward.add(requireNonNull(link(forward.getLast(), "next"), "the way to newer ones"));
    }
    assertThat(ids(forward)).containsSubsequence(released);
  }

  private List<String> released(int reports) {
    List<String> released = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      TrialCase some = TrialCase.real();
      Says said = says.with().children(Map.of(some.child, ChildFacts.EMPTY)).build();
      node.publish(some.reported(said).releasedTo(elsewhere.id(), said));
      node.item(elsewhere, some, "ACTIVE");
      released.add(node.noticeOf(some));
    }
    return released;
  }

  private List<String> ids(List<String> pages) {
    return pages.stream()
        .flatMap(
            page ->
                Pattern.compile("<entry><id>urn:uuid:([^<]*)")
                    .matcher(elsewhere.wire().get(page).text())
                    .results())
        .map(found -> found.group(1))
        .toList();
  }

  private @Nullable String link(String page, String relation) {
    String atom = elsewhere.wire().get(page).text();
    var link =
        Pattern.compile("rel=\"" + relation + "\" href=\"http://[^/]*([^\"]*)\"").matcher(atom);
    return link.find() ? link.group(1).replace("&amp;", "&") : null;
  }
}
