package org.homeward.alert.orders.takers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.homeward.alert.orders.takers.PosterTaker.Contact;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNotice;
import org.homeward.alert.trial.Volunteers;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Paper cannot be emptied: whoever hangs it is known, and is called. */
class PosterTakersIT {

  private static final String TAKER =
      """
      {"name": "Vesna Plantić", "organisation": "Crveni krst", "phone": "+381601234567",
       "copies": 20, "places": "Pijaca\\nStanica"}""";

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private TrialNotice published() {
    return TrialNotice.of(alerts, trial, says);
  }

  private JsonNode entered(TrialNotice notice) {
    Answer made = alerts.operator.command(notice.path("/posters"), TAKER);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.json();
  }

  /** Missing when nobody has to call. */
  private JsonNode toCall(String poster) {
    Answer list = alerts.supervisor.get(PosterTakersController.TO_CALL);
    assertThat(list.status()).as(list.toString()).isEqualTo(200);
    return list.json()
        .path("posters")
        .valueStream()
        .filter(each -> each.path("poster").asString().equals(poster))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  private Answer called(String poster, String outcome) {
    return alerts.operator.command(
        PosterTakersController.TO_CALL + "/" + poster + "/calls",
        "{\"outcome\": \"%s\"}".formatted(outcome));
  }

  @Test
  @Proves(7)
  void takersAreCalledOnceTheAlertIsOverUntilTheirPaperIsDown() {
    TrialNotice notice = published();
    JsonNode taker = entered(notice);
    String poster = taker.path("poster").asString();
    assertThat(taker.path("code").asString()).isEqualTo(notice.code());
    assertThat(
            alerts.authority.get(notice.path("/posters")).json().at("/posters/0/places").asString())
        .isEqualTo("Pijaca\nStanica");
    assertThat(toCall(poster).isMissingNode()).isTrue();

    alerts.supervisor.command(notice.path("/cancel"), "");

    assertThat(toCall(poster).path("why").asString()).isEqualTo("OVER");
    assertThat(called(poster, "NOT_REACHED").status()).isEqualTo(200);
    assertThat(toCall(poster).at("/calls/0/outcome").asString()).isEqualTo("NOT_REACHED");
    assertThat(called(poster, "TAKEN_DOWN").status()).isEqualTo(200);
    assertThat(toCall(poster).isMissingNode()).isTrue();
  }

  @Test
  @Proves(7)
  void takersAreCalledWhenAChildIsTakenOutAndAfterAnErasure() {
    String sister = trial.sibling();
    Says both =
        says.with()
            .children(Map.of(trial.child, Facts.boy(Facts.NAME, 9), sister, Facts.boy("Mila", 7)))
            .build();
    TrialNotice notice = TrialNotice.of(alerts, trial, both);
    String poster = entered(notice).path("poster").asString();

    alerts.supervisor.command(notice.path("/children/" + sister + "/withdraw"), "");

    assertThat(toCall(poster).path("why").asString()).isEqualTo("CHILD_WITHDRAWN");
    String later = entered(notice).path("poster").asString();
    assertThat(toCall(later).isMissingNode()).as("she is not on it").isTrue();

    node.publish(trial.id, List.of(trial.erased().last()));
    alerts.becomesATombstone(notice.alert);

    assertThat(toCall(later).path("why").asString()).isEqualTo("OVER");
    assertThat(alerts.operator.get(PosterTakersController.TO_CALL).text()).doesNotContain(later);
    assertThat(called(later, "TAKEN_DOWN").status()).as("an operator").isEqualTo(404);
    Answer down =
        alerts.supervisor.command(
            PosterTakersController.TO_CALL + "/" + later + "/calls",
            "{\"outcome\": \"TAKEN_DOWN\"}");
    assertThat(down.status()).as(down.toString()).isEqualTo(200);
  }

  @Test
  @Proves(8)
  void takerIsForgottenThirtyDaysAfterTheEnd() {
    GuardedDocuments<PosterTaker> takers = node.documents("posterTakers", PosterTaker.class);
    Instant now = node.clock().instant();
    Instant end = now.minus(TakeDown.REMEMBERED);
    String id = UUID.randomUUID().toString();
    var taker =
        new PosterTaker.Known(
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString(),
            false,
            "K7QX-2MRDU",
            Set.of(),
            new Contact("Vesna", null, new PhoneNumber("+381601234567")),
            1,
            "Market",
            "person-ana",
            end,
            end,
            List.of());
    var _ =
        takers.create(
            id,
            Edit.<PosterTaker>of(taker, "person-ana").withDues(Map.of(ForgetTaker.DUE, now)),
            new Command(id, ""),
            true);

    Awaitility.await()
        .until(
            () ->
                takers.find(id).map(Guarded::state).orElseThrow() instanceof PosterTaker.Forgotten);
  }

  @Test
  void whoCannotBeCalledIsNotEntered() {
    TrialNotice notice = published();

    Answer nobody =
        alerts.operator.command(
            notice.path("/posters"), "{\"phone\": \"060\", \"copies\": 0, \"places\": \"x\"}");

    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.json().path("errors").findValuesAsString("pointer"))
        .contains("/name", "/phone", "/copies");
    assertThat(nobody.text()).doesNotContain("060");
  }

  @Test
  void alertToVolunteersHasNoPosters() {
    alerts.known(trial.reported(says).released(says));
    String alert = alerts.started(alerts.wish(trial, Volunteers.of(node).region));

    Answer refused = alerts.operator.command(TrialAlert.ALERTS + "/" + alert + "/posters", TAKER);

    assertThat(refused.problem()).isEqualTo("no-posters-of-it");
  }

  @Test
  @Proves(2)
  void repeatedEntryIsOneTaker() {
    TrialNotice notice = published();
    String key = UUID.randomUUID().toString();

    Answer first = alerts.operator.post(notice.path("/posters"), TAKER, "Idempotency-Key", key);
    Answer second = alerts.operator.post(notice.path("/posters"), TAKER, "Idempotency-Key", key);

    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(alerts.operator.get(notice.path("/posters")).json().path("posters")).hasSize(1);
  }
}
