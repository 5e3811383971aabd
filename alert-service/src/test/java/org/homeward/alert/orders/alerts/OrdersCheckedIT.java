package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing is approved before police have checked custody and protection orders. */
class OrdersCheckedIT {

  private static final String ALERTS = TrialAlert.ALERTS;

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final Volunteers volunteers = Volunteers.of(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private void open(boolean ordersChecked) {
    alerts.known(trial.ordersChecked(ordersChecked).reported(says).released(says));
  }

  private String update(String id) {
    Answer update =
        alerts.supervisor.command(
            ALERTS + "/" + id + "/updates", "{\"text\": {\"sr\": \"Nosi plavi ranac.\"}}");
    assertThat(update.status()).as(update.toString()).isEqualTo(200);
    return update.json().at("/next/preview").asString();
  }

  private void isRefused(String id, String hash) {
    Answer refused = alerts.approve(id, hash);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("orders-not-checked");
    assertThat(refused.json().path("detail").asString()).contains("record their reference");
  }

  @Test
  @Proves(3)
  void samePreviewIsApprovedOncePoliceHaveCheckedAndNotBefore() {
    open(false);
    JsonNode draft = alerts.drafted(alerts.wish(trial, volunteers.region));
    String id = draft.path("alert").asString();
    assertThat(draft.has("ordersChecked")).isFalse();

    isRefused(id, draft.path("preview").asString());
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("DRAFT");

    alerts.known(trial.ordersChecked(true).amended(says));
    JsonNode checked = alerts.read(id).path("ordersChecked");
    assertThat(checked.path("reference").asString()).isEqualTo("KU 417/26");
    assertThat(checked.path("finding").asString()).isEqualTo("NONE_FOUND");
    Answer approved = alerts.approve(id, draft.path("preview").asString());
    assertThat(approved.json().path("status").asString()).isEqualTo("ACTIVE");
  }

  @Test
  @Proves(3)
  void approvalOfAnEarlierWordIsRefusedOncePoliceHaveFoundAnOrder() {
    open(true);
    JsonNode draft = alerts.drafted(alerts.wish(trial, volunteers.region));
    String id = draft.path("alert").asString();
    String hash = draft.path("preview").asString();
    Instant read = Instant.parse(alerts.read(id).at("/ordersChecked/at").asString());
    Instant found = read.plusSeconds(60);
    alerts.known(trial.ordersChecked(OrdersFinding.FOUND, found).amended(says));

    for (Answer refused : List.of(alerts.approve(id, hash, read), alerts.approve(id, hash))) {
      assertThat(refused.problem()).as(refused.toString()).isEqualTo("other-preview");
      assertThat(refused.json().path("reason").asString()).isEqualTo("OTHER_WORD");
    }
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("DRAFT");
    JsonNode shown = alerts.read(id).path("ordersChecked");
    assertThat(shown.path("finding").asString()).isEqualTo("FOUND");
    assertThat(shown.path("at").asString()).isEqualTo(found.toString());
    assertThat(alerts.approve(id, hash, found).json().path("status").asString())
        .isEqualTo("ACTIVE");
  }

  @Test
  @Proves(3)
  void liveAlertGoesOnWithoutTheWordAndTakesNoUpdate() {
    open(true);
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    volunteers.mails(mila, 2);
    String wish =
        alerts.wish(trial, volunteers.region).replace("\"text\"", "\"again\": true, \"text\"");

    alerts.known(trial.ordersChecked(false).amended(says));

    assertThat(alerts.read(id).path("status").asString()).isEqualTo("ACTIVE");
    assertThat(alerts.read(id).path("holds")).isEmpty();
    isRefused(id, update(id));
    JsonNode again = alerts.drafted(wish);
    isRefused(again.path("alert").asString(), again.path("preview").asString());
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("ACTIVE");
    alerts.counted(id, "alert", "ACCEPTED", 1);
  }

  @Test
  @Proves(3)
  void alertThatWasFrozenNeedsTheWordForItsNewApproval() {
    open(true);
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    alerts.known(trial.ordersChecked(false).frozenAndLifted());
    alerts.becomes(id, "FROZEN");
    String hash = update(id);

    isRefused(id, hash);

    alerts.known(trial.ordersChecked(true).amended(says));
    await().until(() -> alerts.approve(id, hash).status() == 200);
  }
}
