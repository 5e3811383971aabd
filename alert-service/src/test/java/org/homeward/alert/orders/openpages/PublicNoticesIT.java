package org.homeward.alert.orders.openpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.preview.FindAlertOfReference;
import org.homeward.alert.orders.preview.NoticeCode;
import org.homeward.alert.orders.stops.StopsInForce;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.copies.FreshCases;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.recovery.Recovery;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An alert to everybody is a page that shows what was approved, and nothing once it is over. */
class PublicNoticesIT {

  /** The bytes between a request for a few fields and one for a whole document. */
  private static final int FEW_FIELDS = 400;

  private static final String NEVER = "2222-22222";

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final PublicOrders orders = new PublicOrders(alerts);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final Stranger stranger = new Stranger(node);

  @AfterEach
  void leave() {
    stranger.close();
  }

  private void open() {
    alerts.known(trial.reported(says).released(says));
  }

  private String entry() {
    return orders.entry();
  }

  private String wish(String entry) {
    return wish(trial, entry);
  }

  private String wish(TrialCase of, String entry) {
    return orders.wish(of, entry);
  }

  private String published() {
    open();
    return alerts.started(wish(entry()));
  }

  private String code(String alert) {
    return orders.code(alert);
  }

  @Test
  @Proves({3, 4})
  void everybodyReadsWhatWasApprovedUntilItIsOver() {
    open();
    JsonNode draft = alerts.drafted(wish(entry()));
    String id = draft.path("alert").asString();
    String code = draft.path("code").asString();
    assertThat(draft.has("addressees")).isFalse();
    Stranger.Told never = stranger.notice(NEVER);
    assertThat(never.json().path("type").asString())
        .isEqualTo("urn:homeward:problem:no-active-notice");
    assertThat(stranger.notice(code).seen()).as("not approved yet").isEqualTo(never.seen());

    assertThat(alerts.approve(id, draft.path("preview").asString()).status()).isEqualTo(200);

    Stranger.Told shown = stranger.notice(code);
    assertThat(shown.status()).as(shown.body()).isEqualTo(200);
    assertThat(shown.headers().get("cache-control")).containsExactly("no-store");
    assertThat(shown.headers().get("x-robots-tag").getFirst()).contains("noindex", "noarchive");
    JsonNode approved = alerts.authority.get(TrialAlert.ALERTS + "/" + id + "/preview").json();
    assertThat(approved.path("audience").asString()).isEqualTo("PUBLIC");
    assertThat(approved.at("/rule/watermark").asLong()).as("nobody is mailed").isZero();
    assertThat(shown.json().at("/texts/sr/paragraphs/1").asString())
        .isEqualTo(approved.at("/parts/sr/children/" + trial.child).asString())
        .contains(Facts.NAME);
    assertThat(shown.body()).doesNotContain("{leave}", "{alert}", trial.id, trial.child);
    assertThat(shown.json().path("languages").path(0).asString()).isEqualTo("sr");
    assertThat(stranger.notice(code.replace("-", "").toLowerCase(Locale.ROOT)).body())
        .isEqualTo(shown.body());

    node.publish(trial.id, List.of(trial.ended().last()));

    alerts.becomes(id, "ENDED");
    assertThat(stranger.notice(code).seen()).isEqualTo(never.seen());
  }

  @Test
  @Proves({4, 8})
  void whateverHasBecomeOfItACodeIsLikeOneThatNobodyHad() {
    String frozen = published();
    String frozenCode = code(frozen);
    alerts.operator.command(TrialAlert.ALERTS + "/" + frozen + "/freeze", "");
    alerts.becomes(frozen, "FROZEN");
    String cancelled = again(entry());
    String cancelledCode = code(cancelled);
    alerts.supervisor.command(TrialAlert.ALERTS + "/" + cancelled + "/cancel", "");
    alerts.becomes(cancelled, "CANCELLED");
    String volunteers = alerts.started(alerts.wish(trial, PublicOrders.REGION));
    String reference = alerts.read(volunteers).path("reference").asString();
    Stranger.Told never = stranger.notice(NEVER);
    assertThat(never.heard().asked()).as("is storeListener its bean?").isNotEmpty();

    for (String code : List.of(frozenCode, cancelledCode, codeOf(reference), "no-code-at-all")) {
      like(never, stranger.notice(code));
    }

    node.publish(trial.id, List.of(trial.erased().last()));
    alerts.becomesATombstone(cancelled);
    like(never, stranger.notice(cancelledCode));
  }

  /** As if an alert to volunteers had a page. */
  private static String codeOf(String reference) {
    return "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
        .chars()
        .mapToObj(letter -> reference + (char) letter)
        .filter(code -> NoticeCode.reference(code).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private String again(String entry) {
    return alerts.started(wish(entry).replace("\"text\"", "\"again\": true, \"text\""));
  }

  private static void like(Stranger.Told never, Stranger.Told other) {
    assertThat(other.seen()).isEqualTo(never.seen());
    assertThat(other.heard().asked()).isEqualTo(never.heard().asked());
    assertThat(other.heard().read() - never.heard().read()).isBetween(-FEW_FIELDS, FEW_FIELDS);
  }

  @Test
  @Proves(4)
  void listAndFeedAreEmptyWithTheAlertToTheByte() {
    String listBefore = stranger.get(OpenNoticesController.NOTICES).seen();
    String feedBefore = stranger.get(OpenNoticesController.FEED).seen();
    assertThat(feedBefore).contains("etag");
    String alert = published();
    String code = code(alert);
    assertThat(stranger.get(OpenNoticesController.NOTICES).json().path("notices"))
        .anySatisfy(line -> assertThat(line.path("code").asString()).isEqualTo(code));
    Stranger.Told feed = stranger.get(OpenNoticesController.FEED);
    assertThat(feed.body()).contains("/n/" + code, PublicOrders.REGION).doesNotContain(Facts.NAME);

    alerts.supervisor.command(TrialAlert.ALERTS + "/" + alert + "/cancel", "");
    alerts.becomes(alert, "CANCELLED");

    assertThat(stranger.get(OpenNoticesController.NOTICES).seen()).isEqualTo(listBefore);
    assertThat(stranger.get(OpenNoticesController.FEED).seen()).isEqualTo(feedBefore);
  }

  @Test
  void onlyCodesThatAreNotActiveAreCounted() {
    String code = code(published());
    for (int i = 0; i < WrongCodes.MOST; i++) {
      assertThat(stranger.notice(NEVER).status()).isEqualTo(404);
    }

    Stranger.Told many = stranger.notice(NEVER);

    assertThat(many.status()).isEqualTo(429);
    assertThat(many.headers().get("retry-after")).containsExactly("3600");
    assertThat(stranger.notice("what-is-none").seen()).isEqualTo(many.seen());
    assertThat(stranger.notice(code).status()).isEqualTo(200);
  }

  @Test
  @Proves(10)
  void lookAtAPublicAlertIsRecordedAsOneForEverybody() {
    String alert = published();
    String reader = "reader-" + UUID.randomUUID();

    String preview = TrialAlert.ALERTS + "/" + alert + "/preview";
    assertThat(node.person(reader, "supervisor").get(preview).status()).isEqualTo(200);

    Answer looks = node.person("vera", "dpo").get("/api/v1/audit/alert?person=person-" + reader);
    assertThat(looks.json().at("/looks/0/purpose").asString()).isEqualTo("PUBLIC_ALERT");
  }

  @Test
  @Proves(3)
  void officeWithoutThePowerOrdersNoPublicAlert() {
    open();

    Answer refused = alerts.supervisor.command(TrialAlert.ALERTS, wish(alerts.entry));

    assertThat(refused.problem()).isEqualTo("not-in-register");
  }

  @Test
  @Proves(3)
  void alertToVolunteersAndOneToEverybodyAreNotInEachOthersWay() {
    String first = published();
    alerts.started(alerts.wish(trial, PublicOrders.REGION));

    Answer second = alerts.supervisor.command(TrialAlert.ALERTS, wish(entry()));

    assertThat(second.problem()).isEqualTo("another-alert-is-live");
    assertThat(second.json().path("alert").asString()).isEqualTo(first);
  }

  @Test
  @Proves(5)
  void partnersBrakeWithoutAReferenceOfPoliceEmptiesNoPage() {
    String code = code(published());

    alerts.known(trial.braked(true));

    assertThat(stranger.notice(code).status()).isEqualTo(200);
    assertThat(stranger.get(OpenNoticesController.NOTICES).body()).contains(code);
    alerts.known(trial.frozen());
    assertThat(stranger.notice(code).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"country:IR", "node:gr"})
  @Proves(6)
  void caseThatIsKeptFromAnyCountryOrNodeIsOnNoPage(String excluded) {
    String alert = published();
    String code = code(alert);
    assertThat(stranger.notice(code).status()).isEqualTo(200);

    alerts.known(trial.notTo(excluded).amended(says));

    assertThat(stranger.notice(code).status()).isEqualTo(404);
    Answer refused = alerts.supervisor.command(TrialAlert.ALERTS, wish(entry()));
    assertThat(refused.problem()).isEqualTo("may-not-go-there");
  }

  @Test
  @Proves(6)
  void languageThatNobodySpeaksThereIsLeftOut() {
    open();

    JsonNode draft = alerts.drafted(wish(entry()));

    assertThat(draft.path("languages").toString()).isEqualTo("[\"en\",\"sr\"]");
    assertThat(draft.at("/leftOut/0/what").asString()).isEqualTo("el");
    assertThat(draft.at("/leftOut/0/why").asString()).isEqualTo("not-spoken-there");
    assertThat(draft.at("/criteria/rule/name").asString()).isEqualTo("Pronađi me");
    assertThat(draft.at("/criteria/groups/0/0/of").asString()).isEqualTo("MINOR");
  }

  @Test
  @Proves(4)
  void whileNobodyKnowsWhatHoldsNoCodeIsShownAndNoneIsDenied() {
    String code = code(published());
    var fresh = new FreshCases(node.bean(TopicReader.class));
    var lookUpNotice =
        new LookUpNotice(
            node.bean(FindAlertOfReference.class),
            node.documents("alerts", Alert.class),
            node.bean(StopsInForce.class),
            node.bean(AlertStates.class),
            OpenPagesConfiguration.isKnown(fresh, node.bean(Recovery.class)),
            node.bean(Clock.class));

    for (String asked : List.of(code, NEVER, "none")) {
      assertThat(lookUpNotice.find(asked)).isEqualTo(new LookUpNotice.Found.NotKnown());
    }
    Awaitility.await()
        .until(
            () -> {
              fresh.look();
              return lookUpNotice.find(code) instanceof LookUpNotice.Found.Active;
            });
  }

  @Test
  @Proves(4)
  void whileTheNewsOfOneCaseCannotBeReadEveryCodeIsAnsweredAlike() {
    published();
    TrialCase other = TrialCase.real();
    Says told = Facts.says(other.child, Facts.boy(Facts.NAME, 9));
    alerts.known(other.reported(told).released(told));
    alerts.started(alerts.wish(other, PublicOrders.REGION));
    var kept = node.documents("alerts", Alert.class);

    assertThat(new KnownNotices(kept, () -> false, trial.id::equals).areAll()).isTrue();
    assertThat(new KnownNotices(kept, () -> true, trial.id::equals).areAll()).isFalse();
    assertThat(new KnownNotices(kept, () -> true, other.id::equals).areAll())
        .as("it has no page")
        .isTrue();
  }

  @Test
  @Proves(9)
  void exerciseIsMarkedAndInNoList() {
    TrialCase exercise = TrialCase.exercise();
    Says told = Facts.says(exercise.child, Facts.boy(Facts.NAME, 9));
    alerts.known(exercise.reported(told).released(told));
    String code = code(alerts.started(wish(exercise, entry())));

    Stranger.Told shown = stranger.notice(code);

    assertThat(shown.json().path("exercise").asBoolean()).isTrue();
    assertThat(shown.json().at("/texts/sr/title").asString()).startsWith("VEŽBA");
    assertThat(stranger.get(OpenNoticesController.NOTICES).body()).doesNotContain(code);
    assertThat(stranger.get(OpenNoticesController.FEED).body()).doesNotContain(code);
  }
}
