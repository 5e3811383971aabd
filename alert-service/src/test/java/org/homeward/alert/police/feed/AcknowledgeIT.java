package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.homeward.alert.police.notices.Acknowledgement;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.Topic;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A desk says what it does about a search; when none does, the hotline hears of it. */
class AcknowledgeIT {

  private static final Duration IN_TIME = Duration.ofMinutes(15);

  private final TrialNode node = TrialNode.get();
  private final TrialDesk desk = node.newDesk(false);
  private final TrialDesk other = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final String login = "officer-" + UUID.randomUUID();
  private final Wire officer = node.officer(login, desk.id());

  private String released() {
    node.publish(trial.reported(says).released(says));
    node.item(desk, trial, "ACTIVE");
    return node.noticeOf(trial);
  }

  private static Answer say(Wire who, String notice, String word) {
    return who.command(path(notice), "{\"says\": \"%s\"}".formatted(word));
  }

  private static String path(String notice) {
    return "/api/v1/notices/" + notice + "/acknowledge";
  }

  private PoliceNotice.Active kept(String notice) {
    return (PoliceNotice.Active) Stored.notice(node, notice).orElseThrow().state();
  }

  private List<String> told(String type) {
    return Topic.of(node, "rs.alerts").all().stream()
        .filter(each -> trial.id.equals(each.key()))
        .map(each -> new String(each.value(), java.nio.charset.StandardCharsets.UTF_8))
        .filter(event -> event.contains("\"" + type + "\""))
        .toList();
  }

  @Test
  @Proves(10)
  void anOfficersWordIsTheDesksAndOtherDesksDoNotReadIt() {
    String notice = released();

    Answer said = say(officer, notice, "ACTING");

    assertThat(said.status()).isEqualTo(200);
    assertThat(said.json().path("says").asString()).isEqualTo("ACTING");
    assertThat(desk.item(notice).orElseThrow().path("acknowledged").path("says").asString())
        .isEqualTo("ACTING");
    assertThat(other.item(notice).orElseThrow().has("acknowledged")).isFalse();
    Acknowledgement who = kept(notice).acknowledged().get(desk.id());
    assertThat(who.person()).isEqualTo("person-" + login);
    assertThat(Stored.looks(node, "person-" + login)).contains(List.of(notice));
  }

  @Test
  void theHotlineIsToldWhichDeskSaidItAndTheFeedSaysNothingNew() {
    String notice = released();
    JsonNode before = other.item(notice).orElseThrow();

    say(desk.wire(), notice, "SEEN");

    await().until(() -> !told("police-notice.seen.v1").isEmpty());
    assertThat(told("police-notice.seen.v1").getFirst())
        .contains(desk.id())
        .doesNotContain(Facts.NAME);
    assertThat(other.item(notice)).contains(before);
  }

  @Test
  @Proves(2)
  void theSameWordAgainChangesNothingNorWhoSaidItFirst() {
    String notice = released();
    String key = UUID.randomUUID().toString();
    String body = "{\"says\": \"SEEN\"}";
    officer.post(path(notice), body, "Idempotency-Key", key);
    var first = Stored.notice(node, notice).orElseThrow();

    assertThat(officer.post(path(notice), body, "Idempotency-Key", key).status()).isEqualTo(200);
    assertThat(say(desk.wire(), notice, "SEEN").status()).isEqualTo(200);

    assertThat(Stored.notice(node, notice).orElseThrow().version()).isEqualTo(first.version());
    assertThat(
            officer.post(path(notice), "{\"says\": \"ACTING\"}", "Idempotency-Key", key).status())
        .isEqualTo(422);
  }

  @Test
  void anUnknownWordIsRefusedAndAnEndedSearchAsksForNone() {
    String notice = released();

    assertThat(say(officer, notice, "MAYBE").status()).isEqualTo(422);
    node.publish(trial.id, List.of(trial.ended().last()));
    node.item(desk, trial, "ENDED");
    assertThat(say(officer, notice, "SEEN").problem()).isEqualTo("notice-over");
  }

  @Test
  @Proves({6, 11})
  void aDeskThatIsExcludedLaterAnswersNothingAndItsWordCountsNoMore() {
    String notice = released();
    say(officer, notice, "ACTING");

    node.publish(trial.id, List.of(trial.notTo("desk:" + desk.id()).amended(says).last()));
    node.item(desk, trial, "WITHDRAWN");

    assertThat(say(officer, notice, "SEEN").text())
        .isEqualTo(say(officer, UUID.randomUUID().toString(), "SEEN").text());
    assertThat(kept(notice).acknowledged()).isEmpty();
    node.clock().advance(IN_TIME);
    await().until(() -> kept(notice).unansweredSince() != null);
  }

  @Test
  @Proves(11)
  void theWordOfADeskThatIsRevokedCountsNoMore() {
    String notice = released();
    say(officer, notice, "ACTING");

    node.admin().command("/api/v1/desks/" + desk.id() + "/revoke", "");

    await().until(() -> kept(notice).acknowledged().isEmpty());
    node.clock().advance(IN_TIME);
    await().until(() -> kept(notice).unansweredSince() != null);
  }

  @Test
  @Proves(11)
  void aSearchOfHighRiskThatNoDeskTakesRingsUntilOneDoes() {
    String notice = released();
    say(other.wire(), notice, "NOT_OURS");

    node.clock().advance(IN_TIME.minusSeconds(1));
    node.settle(TrialCase.real(), desk);
    assertThat(kept(notice).unansweredSince()).isNull();
    node.clock().advance(Duration.ofSeconds(1));

    await().until(() -> kept(notice).unansweredSince() != null);
    await().until(() -> told("police-notice.unanswered.v1").size() == 1);
    assertThat(told("police-notice.unanswered.v1").getFirst()).contains("\"unanswered\":true");
    assertThat(ringing()).isPositive();
    assertThat(health()).contains("call the police desk by phone");

    say(desk.wire(), notice, "SEEN");
    assertThat(kept(notice).unansweredSince()).as("only a program has read it").isNotNull();

    say(officer, notice, "SEEN");

    assertThat(kept(notice).unansweredSince()).isNull();
    await().until(() -> told("police-notice.seen.v1").size() == 2);
    assertThat(told("police-notice.seen.v1").getLast()).doesNotContain("\"unanswered\"");
  }

  @Test
  void aSearchThatADeskHasInHandAndOneOfLowRiskAreQuiet() {
    String notice = released();
    say(officer, notice, "SEEN");
    TrialCase low = TrialCase.real();
    Says calm =
        Facts.says(low.child, Facts.boy(Facts.NAME, 9)).with().risk(Risk.of(RiskLevel.LOW)).build();
    node.publish(low.reported(calm).released(calm));
    node.item(desk, low, "ACTIVE");
    TrialCase marker = TrialCase.real();
    Says danger = Facts.says(marker.child, Facts.boy(Facts.NAME, 9));
    node.publish(marker.reported(danger).released(danger));
    node.item(desk, marker, "ACTIVE");

    node.clock().advance(IN_TIME);

    await().until(() -> kept(node.noticeOf(marker)).unansweredSince() != null);
    assertThat(kept(notice).unansweredSince()).isNull();
    assertThat(kept(node.noticeOf(low)).unansweredSince()).isNull();
    assertThat(Stored.notice(node, notice).orElseThrow().dues()).isEmpty();
    assertThat(Stored.notice(node, node.noticeOf(low)).orElseThrow().dues()).isEmpty();
  }

  private double ringing() {
    var gauge = node.bean(MeterRegistry.class).get("homeward.notices.unanswered").gauge();
    return await().until(gauge::value, value -> value > 0);
  }

  private String health() {
    return node.management("nikola", "admin").get("/actuator/health").text();
  }
}
