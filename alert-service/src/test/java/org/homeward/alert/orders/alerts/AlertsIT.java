package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.ScriptedSmtp.Received;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.Topic;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Outcome;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One person writes, another approves, volunteers get it, and everybody gets the end. */
class AlertsIT {

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final Volunteers volunteers = Volunteers.of(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private void open() {
    alerts.known(trial.reported(says).released(says));
  }

  @Test
  @Proves({3, 4})
  void volunteersGetWhatWasApprovedAndThenItsEnd() {
    open();
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String eleni = volunteers.join("el", false, "eleni").getFirst();
    JsonNode draft = alerts.drafted(alerts.wish(trial, volunteers.region));
    String id = draft.path("alert").asString();
    String hash = draft.path("preview").asString();
    Answer preview = alerts.authority.get(TrialAlert.ALERTS + "/" + id + "/preview");
    assertThat(preview.header("ETag")).contains("\"" + hash + "\"");
    assertThat(preview.json().at("/rule/languages")).hasSize(3);
    assertThat(preview.json().path("addressees").asInt()).isEqualTo(2);
    assertThat(draft.path("addressees").asInt()).isEqualTo(2);

    JsonNode mails = alerts.authority.get(TrialAlert.ALERTS + "/" + id + "/mails").json();
    assertThat(mails.path("hash").asString()).isEqualTo(hash);

    assertThat(alerts.approve(id, hash).status()).isEqualTo(200);

    Received mail = volunteers.mails(mila, 2).getLast();
    String shown = text(mails, "sr");
    assertThat(Volunteers.text(mail).replace("\r", ""))
        .startsWith(shown.substring(0, shown.indexOf("{leave}")));
    String approved = preview.json().at("/parts/sr/children/" + trial.child).asString();
    assertThat(Volunteers.text(mail).replace("\r", "")).contains(approved).contains(Facts.NAME);
    assertThat(Volunteers.subject(mail))
        .isEqualTo(preview.json().at("/parts/sr/subject").asString());
    assertThat(Volunteers.text(volunteers.mails(eleni, 2).getLast())).contains("αγόρι");
    assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    alerts.counted(id, "alert", "ACCEPTED", 2);

    node.publish(trial.id, List.of(trial.ended().last()));

    Received end = volunteers.mails(mila, 3).getLast();
    assertThat(end.header("References")).isEqualTo(mail.messageId());
    assertThat(Volunteers.text(end)).doesNotContain(Facts.NAME);
    String reference = draft.path("reference").asString();
    assertThat(reference).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
    for (Received each : List.of(mail, end)) {
      assertThat(Volunteers.subject(each)).contains(reference);
      assertThat(Volunteers.text(each)).contains(reference);
    }
    volunteers.mails(eleni, 3);
    alerts.becomes(id, "ENDED");
    JsonNode over = alerts.counted(id, "end", "ACCEPTED", 2);
    JsonNode done = alerts.operator.get(TrialAlert.ALERTS + "/" + id + "/deliveries").json();
    assertThat(done.at("/end/ACCEPTED").asInt()).isEqualTo(2);
    assertThat(done.path("owed").asInt()).isZero();
    assertThat(done.has("remaining")).isFalse();
    assertThat(over.at("/deliveries/repeated").asInt()).isZero();
    Answer measures = alerts.authority.get(TrialAlert.ALERTS + "/" + id + "/measures");
    assertThat(measures.text()).doesNotContain("@", mila, eleni);
    JsonNode measured = measures.json();
    assertThat(measured.at("/alert/0/addressees").asInt()).isEqualTo(2);
    assertThat(measured.at("/alert/0/reached").asInt()).isEqualTo(2);
    assertThat(measured.at("/alert/0/seconds").has("99")).isTrue();
    assertThat(measured.at("/end/0/seconds").has("100")).isTrue();
    assertThat(measured.path("failures")).isEmpty();
    assertThat(alerts.operator.get(TrialAlert.ALERTS + "/" + id + "/measures").status())
        .isEqualTo(403);
    Topic.of(node, "rs.alerts")
        .await(
            2, told -> new String(told.value()).contains("alert.") && told.key().equals(trial.id));
  }

  private static String text(JsonNode mails, String language) {
    for (JsonNode mail : mails.path("mails")) {
      if (mail.path("language").asString().equals(language)) {
        return mail.path("text").asString();
      }
    }
    throw new AssertionError("no mail in " + language);
  }

  @Test
  void draftOfAnEarlierBuildSaysNoNumberOfAddressees() {
    open();
    String id = alerts.drafted(alerts.wish(trial, volunteers.region)).path("alert").asString();
    var _ =
        node.aggregate("alerts", Alert.class)
            .documents()
            .change(
                id,
                read ->
                    Decision.write(
                        Edit.of(ofAnEarlierBuild((Alert.Draft) read.state()), "test"), true));

    assertThat(alerts.read(id).path("status").asString()).isEqualTo("DRAFT");
    assertThat(alerts.read(id).has("addressees")).isFalse();
    Answer preview = alerts.authority.get(TrialAlert.ALERTS + "/" + id + "/preview");
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.json().has("addressees")).isFalse();
  }

  private static Alert ofAnEarlierBuild(Alert.Draft draft) {
    Proposal proposal = draft.proposal();
    Preview earlier = PreviewSamples.ofAnEarlierBuild(proposal.preview().read());
    return new Alert.Draft(
        draft.caseId(),
        draft.home(),
        draft.exercise(),
        Proposal.by(proposal.author(), proposal.wish(), earlier));
  }

  @Test
  @Proves(4)
  void stopHoldsAnAlertAndTwoPeopleLiftIt() {
    open();
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    volunteers.mails(mila, 2);

    Answer frozen = alerts.operator.command(TrialAlert.ALERTS + "/" + id + "/freeze", "");

    assertThat(frozen.status()).as(frozen.toString()).isEqualTo(200);
    assertThat(frozen.json().path("status").asString()).isEqualTo("FROZEN");
    String lift = "/api/v1/stops/alert." + id + "/lift";
    assertThat(alerts.supervisor.command(lift, "").json().path("status").asString())
        .isEqualTo("STANDING");
    assertThat(alerts.supervisor.command(lift, "").problem()).isEqualTo("another-person-needed");
    assertThat(alerts.authority.command(lift, "").json().path("status").asString())
        .isEqualTo("LIFTED");
    alerts.becomes(id, "ACTIVE");
    alerts.supervisor.command(TrialAlert.ALERTS + "/" + id + "/cancel", "");
    volunteers.mails(mila, 3);
    alerts.becomes(id, "CANCELLED");
  }

  @Test
  @Proves({4, 8})
  void alertEndsByItselfWhenItsTimeIsOverAndItsWordsAreGoneADayLater() {
    Says named = Facts.says(trial.child, Facts.boy("Istekla Reč", 9));
    alerts.known(trial.reported(named).released(named));
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    volunteers.mails(mila, 2);
    alerts.counted(id, "alert", "ACCEPTED", 1);

    node.clock().advance(Duration.ofHours(3));

    volunteers.mails(mila, 3);
    alerts.becomes(id, "EXPIRED");
    assertThat(Stored.holds(node, "alerts", "Istekla Reč")).isTrue();
    node.clock().advance(Duration.ofHours(24));
    await().until(() -> !Stored.holds(node, "alerts", "Istekla Reč"));
    assertThat(alerts.supervisor.get(TrialAlert.ALERTS + "/" + id + "/preview").status())
        .isEqualTo(404);
  }

  @Test
  @Proves(3)
  void updateIsApprovedAsTheAlertWasAndFollowsIt() {
    open();
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    Received first = volunteers.mails(mila, 2).getLast();

    Answer update =
        alerts.supervisor.command(
            TrialAlert.ALERTS + "/" + id + "/updates",
            "{\"text\": {\"sr\": \"Nosi i plavi ranac.\"}}");

    assertThat(update.status()).as(update.toString()).isEqualTo(200);
    String hash = update.json().at("/next/preview").asString();
    assertThat(update.json().path("preview").asString()).isNotEqualTo(hash);
    assertThat(alerts.approve(id, update.json().path("preview").asString()).problem())
        .isEqualTo("other-preview");
    assertThat(alerts.approve(id, hash).status()).isEqualTo(200);
    Received second = volunteers.mails(mila, 3).getLast();
    assertThat(Volunteers.text(second)).contains("plavi ranac");
    assertThat(second.header("In-Reply-To")).isEqualTo(first.messageId());
    assertThat(Volunteers.subject(second))
        .contains(update.json().path("reference").asString("none"));
  }

  @Test
  @Proves({6, 12})
  void aTipThatPoliceWereToldOfWarnsItsAuthorAndStandsInNoText() {
    Says tip = Says.builder().sightings(List.of(Facts.sighting("2026-03-01T11:40:00Z"))).build();
    alerts.known(trial.reported(says).released(says).reported(tip));
    String id = alerts.drafted(alerts.wish(trial, "RS-01")).path("alert").asString();
    assertThat(alerts.read(id).has("seenSince")).as("while it is held").isFalse();

    alerts.known(trial.released(tip));

    assertThat(alerts.read(id).path("seenSince").asBoolean()).isTrue();
    JsonNode another = alerts.drafted(alerts.wish(trial, "RS-02"));
    assertThat(another.path("seenSince").asBoolean()).isTrue();
    assertThat(another.path("leftOut").toString())
        .as("the torn sleeve")
        .contains("/children/" + trial.child + "/clothing", "own-words");
    String preview = TrialAlert.ALERTS + "/" + another.path("alert").asString() + "/preview";
    assertThat(alerts.authority.get(preview).text())
        .contains("Novi Sad")
        .doesNotContain("bus station", "12:40");
    assertThat(alerts.authority.get(TrialAlert.ALERTS + "/" + id).text())
        .doesNotContain("bus station");
  }

  @Test
  @Proves({4, 7})
  void foundSiblingLeavesTheAlertAndTheLastOneEndsIt() {
    String sister = trial.sibling();
    Says both =
        says.with()
            .children(
                Map.of(trial.child, Facts.boy(Facts.NAME, 9), sister, Facts.boy("Milica N.", 12)))
            .build();
    alerts.known(trial.reported(both).released(both));
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    Received whole = volunteers.mails(mila, 2).getLast();
    assertThat(Volunteers.text(whole)).contains("Milica N.");
    assertThat(alerts.read(id).path("children").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(trial.child, sister);

    node.publish(trial.id, List.of(trial.ended(sister, Outcome.FOUND_SAFE).last()));

    await().until(() -> alerts.read(id).path("withdrawn").toString().contains(sister));
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("ACTIVE");
    assertThat(alerts.read(id).path("caseChanged").asBoolean()).isTrue();
    Received less = volunteers.mails(mila, 3).getLast();
    assertThat(less.header("In-Reply-To")).isEqualTo(whole.messageId());
    assertThat(Volunteers.text(less))
        .contains(Facts.NAME, "zamenjuje ranije")
        .doesNotContain("Milica N.");
    String another = alerts.drafted(alerts.wish(trial, "RS-01")).path("alert").asString();
    assertThat(alerts.supervisor.get(TrialAlert.ALERTS + "/" + another + "/preview").text())
        .contains(Facts.NAME)
        .doesNotContain("Milica N.");
    String children = TrialAlert.ALERTS + "/" + id + "/children/";
    assertThat(alerts.operator.command(children + "nobody/withdraw", "").problem())
        .isEqualTo("no-such-child");
    String lastChild = children + trial.child + "/withdraw";
    assertThat(alerts.operator.command(lastChild, "").problem()).isEqualTo("operator-freezes");
    assertThat(alerts.operator.command(lastChild, "{\"reason\": \"ENDED\"}").status())
        .isEqualTo(422);
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("ACTIVE");
    Answer last = alerts.supervisor.command(lastChild, "");
    assertThat(last.json().path("status").asString()).isEqualTo("ENDED");
    assertThat(alerts.operator.command(lastChild, "").problem()).isEqualTo("not-in-this-state");
  }

  @Test
  @Proves(3)
  void anOperatorTakesTheOnlyChildBackWhenItIsTheWrongOne() {
    alerts.known(trial.reported(says).released(says));
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    String child = TrialAlert.ALERTS + "/" + id + "/children/" + trial.child + "/withdraw";

    assertThat(alerts.operator.command(child, "").problem()).isEqualTo("operator-freezes");
    Answer over = alerts.operator.command(child, "{\"reason\": \"WRONG_CHILD\"}");

    assertThat(over.status()).as(over.toString()).isEqualTo(200);
    assertThat(over.json().path("status").asString()).isEqualTo("CANCELLED");
    assertThat(over.json().path("reason").asString()).isEqualTo("WRONG_CHILD");
  }

  @Test
  @Proves(9)
  void exerciseGoesToThoseWhoAreMarkedForIt() {
    TrialCase drill = TrialCase.exercise();
    Says acted = Facts.says(drill.child, Facts.boy(Facts.NAME, 9));
    alerts.known(drill.reported(acted).released(acted));
    String real = volunteers.join("en", false, "real").getFirst();
    String marked = volunteers.join("en", true, "marked").getFirst();

    String id = alerts.started(alerts.wish(drill, volunteers.region));

    Received mail = volunteers.mails(marked, 2).getLast();
    assertThat(Volunteers.subject(mail)).startsWith("EXERCISE");
    alerts.counted(id, "alert", "ACCEPTED", 1);
    alerts.supervisor.command(TrialAlert.ALERTS + "/" + id + "/cancel", "");
    volunteers.mails(marked, 3);
    assertThat(node.smtp().receivedBy(real)).hasSize(1);
  }
}
