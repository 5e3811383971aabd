package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.ScriptedSmtp.Received;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Outcome;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What takes an approval back: a freeze of the case, and the exclusion of the approver. */
class NewApprovalIT {

  private static final String ALERTS = TrialAlert.ALERTS;

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final Volunteers volunteers = Volunteers.of(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private void open() {
    alerts.known(trial.reported(says).released(says));
  }

  private Answer update(String id) {
    return alerts.supervisor.command(
        ALERTS + "/" + id + "/updates", "{\"text\": {\"sr\": \"Nosi plavi ranac.\"}}");
  }

  private void holdsIs(String id, String hold) {
    assertThat(alerts.read(id).path("holds").toString()).isEqualTo("[\"" + hold + "\"]");
  }

  @Test
  @Proves(3)
  void alertOfACaseThatWasFrozenWaitsForANewApprovalAfterItIsLifted() {
    open();
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    Received first = volunteers.mails(mila, 2).getLast();
    alerts.counted(id, "alert", "ACCEPTED", 1);

    alerts.known(trial.frozen());
    alerts.becomes(id, "FROZEN");
    assertThat(update(id).problem()).isEqualTo("not-in-this-state");
    alerts.known(trial.lifted());

    await().until(() -> alerts.read(id).path("holds").toString().contains("APPROVAL_VOID"));
    await().until(() -> !alerts.read(id).path("holds").toString().contains("CASE_FROZEN"));
    holdsIs(id, "APPROVAL_VOID");
    JsonNode waiting = alerts.read(id);
    assertThat(waiting.path("allowed").toString()).contains("update").doesNotContain("approve");
    assertThat(alerts.approve(id, waiting.path("preview").asString()).problem())
        .as("the approval that was given is used up")
        .isEqualTo("not-in-this-state");
    Answer update = update(id);
    assertThat(update.status()).as(update.toString()).isEqualTo(200);
    Answer approved = alerts.approve(id, update.json().at("/next/preview").asString());
    assertThat(approved.json().path("status").asString()).isEqualTo("ACTIVE");
    Received second = volunteers.mails(mila, 3).getLast();
    assertThat(second.header("In-Reply-To")).isEqualTo(first.messageId());
    assertThat(Volunteers.text(second)).contains("plavi ranac");
  }

  /** A parent's or an abductor's word pauses the alert; nobody is told that it is over. */
  @Test
  @Proves(4)
  void alertOfAChildOfWhomSomebodySaysFoundIsHeldAndGoesOnWhenTheWordWasWrong() {
    open();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    String reference = alerts.read(id).path("reference").asString();

    alerts.known(trial.saidFound(trial.child));

    alerts.becomes(id, "FROZEN");
    assertThat(alerts.read(id).path("withdrawn")).isEmpty();
    assertThat(alerts.read(id).path("over").isMissingNode()).isTrue();
    alerts.known(trial.wordWasWrong(trial.child));
    await().until(() -> !alerts.read(id).path("holds").toString().contains("CASE_FROZEN"));
    Answer approved = alerts.approve(id, update(id).json().at("/next/preview").asString());
    assertThat(approved.json().path("status").asString()).isEqualTo("ACTIVE");

    alerts.known(trial.saidFound(trial.child));
    alerts.becomes(id, "FROZEN");
    node.publish(trial.id, List.of(trial.ended().last()));
    alerts.becomes(id, "ENDED");
    assertThat(alerts.read(id).path("reference").asString())
        .as("people still name it so")
        .isEqualTo(reference);
  }

  /** A lift in a partner's case takes the owner's word back from nobody. */
  @Test
  @Proves({4, 5})
  void alertOfAPartnersCaseStaysHeldWhenItsFreezeIsLiftedWhileItsOwnerSaysFound() {
    open();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    alerts.known(trial.saidFound(trial.child));
    alerts.becomes(id, "FROZEN");

    alerts.known(trial.lifted());

    await().until(() -> !alerts.read(id).path("holds").toString().contains("CASE_FROZEN"));
    assertThat(alerts.read(id).path("holds").toString())
        .isEqualTo("[\"SAID_FOUND\",\"APPROVAL_VOID\"]");
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("FROZEN");
    alerts.known(trial.wordWasWrong(trial.child));
    await().until(() -> !alerts.read(id).path("holds").toString().contains("SAID_FOUND"));
    holdsIs(id, "APPROVAL_VOID");
    node.publish(trial.id, List.of(trial.ended().last()));
    alerts.becomes(id, "ENDED");
  }

  /** A node may tell the word alone, without a freeze of the case. */
  @Test
  @Proves({3, 4})
  void wordThatFreezesNoCaseVoidsTheApprovalToo() {
    open();
    String id = alerts.started(alerts.wish(trial, volunteers.region));

    alerts.known(trial.located(trial.child));

    alerts.becomes(id, "FROZEN");
    assertThat(alerts.read(id).path("holds").toString())
        .isEqualTo("[\"SAID_FOUND\",\"APPROVAL_VOID\"]");
    alerts.known(trial.wordWasWrong(trial.child));
    await().until(() -> !alerts.read(id).path("holds").toString().contains("SAID_FOUND"));
    holdsIs(id, "APPROVAL_VOID");
  }

  @Test
  @Proves(4)
  void childOfWhomSomebodySaysFoundStaysInItWhenTheOtherIsFound() {
    String sister = trial.sibling();
    Says both =
        says.with()
            .children(Map.of(trial.child, Facts.boy(Facts.NAME, 9), sister, Facts.boy("Mila", 7)))
            .build();
    alerts.known(trial.reported(both).released(both));
    String id = alerts.started(alerts.wish(trial, volunteers.region));

    alerts.known(trial.saidFound(trial.child));
    alerts.becomes(id, "FROZEN");
    alerts.known(trial.ended(sister, Outcome.FOUND_SAFE));

    await().until(() -> alerts.read(id).path("withdrawn").toString().contains(sister));
    assertThat(alerts.read(id).path("withdrawn").toString()).doesNotContain(trial.child);
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("FROZEN");
  }

  @Test
  @Proves(3)
  void freezeAndLiftThatComeInOneEventVoidTheApprovalToo() {
    open();
    String id = alerts.started(alerts.wish(trial, volunteers.region));

    alerts.known(trial.frozenAndLifted());

    alerts.becomes(id, "FROZEN");
    holdsIs(id, "APPROVAL_VOID");
    Answer approved = alerts.approve(id, update(id).json().at("/next/preview").asString());
    assertThat(approved.json().path("status").asString()).isEqualTo("ACTIVE");
    node.publish(trial.id, trial.told());
    alerts.known(trial.amended(says));
    assertThat(alerts.read(id).path("status").asString())
        .as("the same news again voids no later approval")
        .isEqualTo("ACTIVE");
  }

  @Test
  @Proves(3)
  void approvalOfAPersonWhoIsExcludedAfterwardsIsVoid() {
    open();
    String entry = alerts.entry("person-petar", "person-vesna");
    String wish = alerts.wish(trial, volunteers.region).replace(alerts.entry, entry);
    String id = alerts.started(wish);

    alerts.known(trial.notTo("person:person-petar").amended(says));

    alerts.becomes(id, "FROZEN");
    holdsIs(id, "APPROVAL_VOID");
    String hash = update(id).json().at("/next/preview").asString();
    assertThat(alerts.approve(id, hash).problem()).isEqualTo("not-found");
    Wire vesna = node.person("vesna", "authority");
    Answer approved =
        vesna.command(ALERTS + "/" + id + "/approve", "{\"hash\": \"%s\"}".formatted(hash));
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    alerts.becomes(id, "ACTIVE");
  }

  @Test
  @Proves(3)
  void proposalToLiftAStopByAPersonWhoIsExcludedAfterwardsIsVoid() {
    open();
    String stop = "/api/v1/stops/case." + trial.id + "/lift";
    alerts.operator.command(
        "/api/v1/stops", "{\"scope\": \"CASE\", \"id\": \"%s\"}".formatted(trial.id));
    assertThat(alerts.supervisor.command(stop, "").status()).isEqualTo(200);

    alerts.known(trial.notTo("person:person-jelena").amended(says));

    assertThat(alerts.authority.command(stop, "").json().path("status").asString())
        .as("it is the first word now")
        .isEqualTo("STANDING");
    assertThat(alerts.supervisor.command(stop, "").status()).isEqualTo(404);
    Wire vesna = node.person("vesna", "authority");
    assertThat(vesna.command(stop, "").json().path("status").asString()).isEqualTo("LIFTED");
  }

  @Test
  @Proves({4, 5})
  void brakeHoldsApprovalsAndFurtherBatchesAndEndsPass() {
    open();
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    volunteers.mails(mila, 2);
    alerts.counted(id, "alert", "ACCEPTED", 1);
    JsonNode update = update(id).json();

    alerts.known(trial.braked(true));

    Answer held = alerts.approve(id, update.at("/next/preview").asString());
    assertThat(held.status()).isEqualTo(409);
    assertThat(held.problem()).isEqualTo("alert-held");
    assertThat(held.json().path("holds").toString()).isEqualTo("[\"CASE_BRAKED\"]");
    assertThat(held.json().path("detail").asString()).contains("brake");
    assertThat(alerts.supervisor.command(ALERTS, alerts.wish(trial, "RS-02")).problem())
        .isEqualTo("alert-held");
    assertThat(alerts.read(id).path("status").asString())
        .as("its end needs no new approval")
        .isEqualTo("ACTIVE");
    alerts.known(trial.braked(false));
    assertThat(alerts.approve(id, update.at("/next/preview").asString()).status()).isEqualTo(200);
    volunteers.mails(mila, 3);
    alerts.counted(id, "alert", "ACCEPTED", 1);
    alerts.known(trial.braked(true));

    alerts.supervisor.command(ALERTS + "/" + id + "/cancel", "");

    volunteers.mails(mila, 4);
  }

  @Test
  @Proves(3)
  void operatorCancelsOnlyWhatSpeaksOfTheWrongChild() {
    open();
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    volunteers.mails(mila, 2);
    alerts.counted(id, "alert", "ACCEPTED", 1);
    String cancel = ALERTS + "/" + id + "/cancel";

    assertThat(alerts.operator.command(cancel, "").problem()).isEqualTo("operator-freezes");
    assertThat(alerts.operator.command(cancel, "{}").problem()).isEqualTo("operator-freezes");
    assertThat(alerts.operator.command(cancel, "{\"reason\": \"FOUND\"}").status()).isEqualTo(422);
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("ACTIVE");
    Answer cancelled = alerts.operator.command(cancel, "{\"reason\": \"WRONG_CHILD\"}");

    assertThat(cancelled.json().path("status").asString()).isEqualTo("CANCELLED");
    assertThat(cancelled.json().path("reason").asString()).isEqualTo("WRONG_CHILD");
    assertThat(Volunteers.text(volunteers.mails(mila, 3).getLast()))
        .contains("pogrešnom detetu", cancelled.json().path("reference").asString(""));
  }
}
