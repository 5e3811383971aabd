package org.homeward.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.alert.police.feed.DeskWalkIT;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNotice;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.homeward.testkit.exclusion.ExclusionWalk;
import org.homeward.testkit.exclusion.LookWalk;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person from whom a case is kept, at every door of this service but the desks'. */
class ExclusionWalkIT {

  private static final String[] STAFF = {"operator", "supervisor", "authority"};

  private static final String OPEN_PHOTO =
      "GET /api/v1/public/notices/{code}/photos/{number}/{size}";

  /** Registers of the node, and how it is: nothing of a case or of a child. */
  private static final String[] SAY_NOTHING = {
    "GET /api/v1/authorities",
    "GET /api/v1/authorities/{id}",
    "GET /api/v1/changes/alert",
    "GET /api/v1/desks",
    "GET /api/v1/desks/{id}",
    "GET /api/v1/health/alert",
    "GET /api/v1/phones",
    "GET /api/v1/phones/{id}",
    "GET /api/v1/subscriptions/count",
    "GET /api/v1/webhooks",
    "GET /api/v1/webhooks/{id}"
  };

  /** An answer that everybody may read has no reader whom an entry could name. */
  private static final String[] FOR_EVERYBODY = {
    "GET /api/v1/answers/{token}",
    "GET /api/v1/public/cap-keys",
    "GET /api/v1/public/feed",
    "GET /api/v1/public/notices",
    "GET /api/v1/public/notices/{code}",
    OPEN_PHOTO,
    "GET /api/v1/subscriptions/confirm/{token}",
    "GET /api/v1/subscriptions/leave/{token}"
  };

  /** There are some once the walk has set them. */
  private static final String STOPS = "GET /api/v1/stops";

  private static final String TAKER =
      """
      {"name": "Vesna", "phone": "+381601234567", "copies": 1, "places": "Pijaca"}""";

  /** An alert to volunteers has none. */
  private static final String[] POSTERS = {
    "GET /api/v1/alerts/{id}/poster",
    "GET /api/v1/alerts/{id}/poster/pdf",
    "GET /api/v1/alerts/{id}/poster/png",
    "GET /api/v1/alerts/{id}/poster/square"
  };

  private static final String CHANGES = "/api/v1/changes/alert";

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private ExclusionWalk walk(String alert) {
    return walkErased(alert).seenBy(node.authorization("ana", STAFF));
  }

  /** Of an erased case nothing is read by its id any more. */
  private ExclusionWalk walkErased(String alert) {
    return new ExclusionWalk(
            Path.of("src/main/resources/openapi.yaml"), node.port(), node.commands())
        .as("an excluded operator", node.authorization("marko", "operator"))
        .as("an excluded member of staff with many roles", node.authorization("marko", STAFF))
        .as("an excluded data protection officer", node.authorization("marko", "dpo"))
        .hidden("case", trial.id)
        .hidden("child", trial.child)
        .hidden("alert", alert)
        .others(
            "notice",
            "photo",
            "size",
            "desk",
            "subscription",
            "authoritie",
            "webhook",
            "phone",
            "token")
        .others("number")
        // Everybody reads it: PublicNoticesIT and OpenPhotosIT walk it.
        .others("GET /api/v1/public/notices/{code}", OPEN_PHOTO)
        // This alert has none: OpenPhotosIT asks for one.
        .others("GET /api/v1/alerts/{id}/photos/{number}/{size}")
        .alike("POST /api/v1/alerts/{id}/freeze", "POST /api/v1/stops")
        .body("POST /api/v1/alerts/{id}/posters", TAKER)
        .body("POST /api/v1/posters/{id}/calls", "{\"outcome\": \"PROMISED\"}")
        .body("POST /api/v1/alerts/{id}/answers", "{\"number\": 1, \"says\": \"SEEN\"}")
        .body("POST /api/v1/stops", "{\"scope\": \"CASE\", \"id\": \"%s\"}".formatted(trial.id))
        .body(
            "POST /api/v1/alerts",
            alerts.wish(trial, "RS-02", "\"sr\"", alerts.in(Duration.ofHours(2))));
  }

  private LookWalk looks(ExclusionWalk walk) {
    LookWalk looks =
        walk.looks()
            .without(SAY_NOTHING)
            .without(FOR_EVERYBODY)
            // DeskWalkIT
            .elsewhere(DeskWalkIT.READS)
            // OpenPhotosIT: this alert has none.
            .elsewhere("GET /api/v1/alerts/{id}/photos/{number}/{size}")
            // WebhookAlertIT and AcknowledgementsIT: nothing is refused here, and nobody is silent.
            .elsewhere("GET /api/v1/dead-letters", "GET /api/v1/answers");
    Stream.of("supervisor", "admin", "dpo")
        .forEach(role -> looks.as("one who may see it", node.authorization("jelena", role)));
    return looks;
  }

  private String started() {
    alerts.known(trial.reported(says).released(says));
    String alert = alerts.started(alerts.wish(trial, Volunteers.of(node).region));
    alerts.known(trial.notTo("person:person-marko").amended(says));
    return alert;
  }

  @Test
  @Proves({6, 10})
  void anExcludedPersonFindsWhatSomebodyFindsWhoAsksForAnUnknownId() {
    String alert = started();

    for (String stop : List.of("case." + trial.id, "alert." + alert)) {
      String code = alerts.read(alert).path("reference").asString();
      ExclusionWalk walk = walk(alert).others("poster").others(POSTERS);
      walk.hidden("code", code, "2222-2222");
      assertThat(walk.hidden("stop", stop).findings()).isEmpty();
    }
  }

  @Test
  @Proves({6, 10})
  void theSameOfAnAlertToEverybodyAndItsPostersAndOnceTheCaseIsErased() {
    String sister = trial.sibling();
    Says both =
        says.with()
            .children(Map.of(trial.child, Facts.boy(Facts.NAME, 9), sister, Facts.boy("Mila", 7)))
            .build();
    TrialNotice notice = TrialNotice.of(alerts, trial, both);
    Answer taker = alerts.operator.command(notice.path("/posters"), TAKER);
    alerts.supervisor.command(notice.path("/children/" + sister + "/withdraw"), "");
    assertThat(alerts.supervisor.get("/api/v1/posters").text()).contains(notice.alert);

    alerts.known(trial.notTo("person:person-marko").amended(both));

    ExclusionWalk walk =
        walk(notice.alert)
            .others("code") // everybody reads it
            .hidden("poster", taker.json().path("poster").asString())
            .hidden("stop", "case." + trial.id);
    assertThat(looks(walk).elsewhere(STOPS).findings()).as("of those who may see it").isEmpty();
    assertThat(walk.findings()).isEmpty();
    assertThat(looks(walk).only(STOPS).findings()).as("of those who may see its stop").isEmpty();

    node.publish(trial.id, List.of(trial.erased().last()));
    alerts.becomesATombstone(notice.alert);

    assertThat(alerts.supervisor.get("/api/v1/posters").text()).contains(notice.alert);
    ExclusionWalk erased =
        walkErased(notice.alert)
            .others("code")
            .hidden("poster", taker.json().path("poster").asString())
            .hidden("stop", "case." + trial.id);
    assertThat(erased.findings()).isEmpty();
  }

  @Test
  @Proves({4, 6})
  void anExcludedPersonEndsNothingAndStopsAnything() {
    String alert = started();
    Wire marko = node.person("marko", STAFF);

    Answer cancelled = marko.command(TrialAlert.ALERTS + "/" + alert + "/cancel", "");
    assertThat(cancelled.status()).isEqualTo(404);
    assertThat(alerts.read(alert).path("status").asString()).isEqualTo("ACTIVE");
    Answer frozen = marko.command(TrialAlert.ALERTS + "/" + alert + "/freeze", "");
    Answer nothing = marko.command(TrialAlert.ALERTS + "/" + UUID.randomUUID() + "/freeze", "");
    assertThat(frozen.status()).isEqualTo(200);
    assertThat(nothing.status()).isEqualTo(200);
    alerts.becomes(alert, "FROZEN");
    assertThat(marko.get("/api/v1/stops").text()).doesNotContain(alert, trial.id);
    assertThat(alerts.supervisor.get("/api/v1/stops").text()).contains(alert);
  }

  @Test
  @Proves(6)
  void noPageAndNoCursorNamesAHiddenAlert() {
    String alert = started();
    TrialCase other = TrialCase.real();
    Says told = Facts.says(other.child, Facts.boy(Facts.NAME, 9));
    alerts.known(other.reported(told).released(told));
    String seen = alerts.drafted(alerts.wish(other, "RS-02")).path("alert").asString();

    assertThat(pages(node.person("marko", STAFF))).contains(seen).doesNotContain(alert);
    assertThat(pages(alerts.supervisor)).contains(alert);
  }

  /** All ids of a walk through the list, one on a page, cursors included. */
  private static Set<String> pages(Wire who) {
    Set<String> ids = new TreeSet<>();
    String after = "";
    while (true) {
      JsonNode page = who.get(TrialAlert.ALERTS + "?limit=1&after=" + after).json();
      page.path("alerts").forEach(line -> ids.add(line.path("alert").asString()));
      if (!page.has("next")) {
        return ids;
      }
      after = page.path("next").asString();
      ids.add(after);
    }
  }

  @Test
  @Proves(6)
  void nobodyHearsOfAlertsOfACaseThatIsKeptFromHer() {
    String from = alerts.supervisor.get(CHANGES).json().path("next").asString();
    String alert = started();
    assertThat(heard(alerts.supervisor, from, alert)).contains(alert);
    TrialCase other = TrialCase.real();
    Says told = Facts.says(other.child, Facts.boy(Facts.NAME, 9));
    alerts.known(other.reported(told).released(told));
    String seen = alerts.drafted(alerts.wish(other, "RS-02")).path("alert").asString();

    assertThat(heard(node.person("marko", STAFF), from, seen)).doesNotContain(alert);
  }

  /** The ids of all alerts that a person hears of, until she has heard of this one. */
  private static Set<String> heard(Wire who, String from, String until) {
    Set<String> ids = new TreeSet<>();
    String at = from;
    while (!ids.contains(until)) {
      JsonNode page = who.get(CHANGES + "?after=" + at + "&wait=2").json();
      page.path("changes").forEach(each -> ids.add(each.path("id").asString()));
      at = page.path("next").asString();
    }
    return ids;
  }

  /** The walk cannot repeat a request of its own: this one approved it and is excluded now. */
  @Test
  @Proves(6)
  void whoeverIsExcludedGetsNoRepetitionOfHerOwnApproval() {
    alerts.known(trial.reported(says).released(says));
    var draft = alerts.drafted(alerts.wish(trial, Volunteers.of(node).region));
    String path = TrialAlert.ALERTS + "/" + draft.path("alert").asString() + "/approve";
    String hash = "{\"hash\": \"%s\"}".formatted(draft.path("preview").asString());
    String key = UUID.randomUUID().toString();
    assertThat(alerts.authority.post(path, hash, "Idempotency-Key", key).status()).isEqualTo(200);

    alerts.known(trial.notTo("person:person-petar").amended(says));

    assertThat(alerts.authority.post(path, hash, "Idempotency-Key", key).status()).isEqualTo(404);
  }

  @Test
  @Proves({6, 8})
  void aCaseThatIsErasedShowsNobodyItsAlerts() {
    String alert = started();

    node.publish(trial.id, List.of(trial.erased().last()));

    alerts.becomesSomethingNobodySees(alert);
    assertThat(alerts.supervisor.get(TrialAlert.ALERTS + "?case=" + trial.id).json().path("alerts"))
        .isEmpty();
  }
}
