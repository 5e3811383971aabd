package org.homeward.alert.subscribers.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.Interest;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.ScriptedSmtp.Received;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.alarm.Alarms;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volunteers ask to be told, confirm by a link, are numbered, and leave. */
class SubscriptionsIT {

  private static final String PATH = "/api/v1/subscriptions";

  private final TrialNode node = TrialNode.get();
  private final Wire anybody = node.anonymous();
  private final TrialVolunteer volunteer = new TrialVolunteer();
  private final SubscriptionNumbers numbers = node.bean(SubscriptionNumbers.class);
  private final Alarms alarms = node.aggregate("subscriptions", Subscription.class).alarms();
  private final String email = "v-" + UUID.randomUUID() + "@example.org";

  private List<Interest> interests(Destination of, String country) {
    return numbers.interests(of.number(), of.number(), country);
  }

  private void awaitForgotten() {
    await()
        .until(
            () -> {
              alarms.ring();
              return !Stored.holds(node, "subscriptions", email)
                  && !Stored.holds(node, "subscription-history", email);
            });
  }

  @Test
  void volunteerConfirmsIsNumberedAndLeavesByOneClick() {
    assertThat(volunteer.ask(email).status()).isEqualTo(202);
    Received mail = volunteer.mail(email, 1);
    assertThat(mail.header("Subject")).doesNotContain(email);
    assertThat(mail.header("Content-Language")).isEqualTo("sr-Latn");

    Answer page = anybody.get(TrialVolunteer.link(mail), "Accept-Language", "el, en;q=0.5");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.text()).contains("lang=\"el\"", "<form method=\"post\">").doesNotContain(email);

    Destination destination = volunteer.confirmed(email);
    assertThat(TrialVolunteer.mailbox(destination).email()).isEqualTo(email);
    assertThat(destination.country()).isEqualTo("RS");
    assertThat(destination.regions()).containsExactly("RS-01", "RS-22");
    assertThat(destination.language()).isEqualTo("sr");
    assertThat(destination.exercise()).isFalse();
    assertThat(TrialVolunteer.mailbox(destination).leaveLink().toString())
        .endsWith(TrialVolunteer.leaveLink(mail));
    assertThat(anybody.post(TrialVolunteer.link(mail), "").status()).isEqualTo(200);

    Answer left =
        anybody.method(
            "POST",
            TrialVolunteer.leaveLink(mail),
            "List-Unsubscribe=One-Click",
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(left.status()).isEqualTo(200);
    assertThat(numbers.range(destination.number(), destination.number())).isEmpty();
    assertThat(interests(destination, "RS")).isEmpty();
    assertThat(anybody.post(TrialVolunteer.leaveLink(mail), "").status()).isEqualTo(200);
    assertThat(anybody.post(TrialVolunteer.link(mail), "").status()).isEqualTo(404);
    assertThat(anybody.post(TrialVolunteer.link(mail), "", "Accept", "text/html").text())
        .contains("<h1>");
  }

  @Test
  @Proves(8)
  void addressOfWhoLeftIsNowhereAndComesBackUnderANewNumber() {
    volunteer.ask(email);
    Destination first = volunteer.confirmed(email);
    assertThat(Stored.holds(node, "subscriptions", email)).isTrue();

    anybody.post(TrialVolunteer.leaveLink(volunteer.mail(email, 1)), "");

    awaitForgotten();
    assertThat(Stored.holds(node, "subscription-numbers", email)).isFalse();
    node.clock().advance(Duration.ofHours(1));
    volunteer.ask(email, "[]", "en");
    Destination again = volunteer.confirmed(email, 2);
    assertThat(again.owner()).isEqualTo(first.owner());
    assertThat(again.number()).isGreaterThan(first.number());
    assertThat(numbers.range(first.number(), first.number())).isEmpty();
    assertThat(anybody.post(TrialVolunteer.leaveLink(volunteer.mail(email, 1)), "").status())
        .isEqualTo(200);
    assertThat(numbers.range(again.number(), again.number())).isEmpty();
  }

  @Test
  void openingALinkChangesNothing() {
    volunteer.ask(email);
    Received mail = volunteer.mail(email, 1);
    long before = numbers.watermark();

    anybody.get(TrialVolunteer.link(mail));
    anybody.head(TrialVolunteer.link(mail));
    anybody.get(TrialVolunteer.leaveLink(mail));

    assertThat(numbers.watermark()).isEqualTo(before);
    assertThat(TrialVolunteer.mailbox(volunteer.confirmed(email)).email()).isEqualTo(email);
  }

  @Test
  void changedWishHoldsFromItsConfirmationOnUnderTheSameNumber() {
    volunteer.ask(email);
    Destination was = volunteer.confirmed(email);
    node.clock().advance(Duration.ofHours(1));
    volunteer.ask(email, "[]", "el");
    Received second = volunteer.mail(email, 2);
    assertThat(second.header("Content-Language")).isEqualTo("el");
    assertThat(numbers.range(was.number(), was.number())).containsValue(was);

    anybody.post(TrialVolunteer.link(second), "");

    Destination is = numbers.range(was.number(), was.number()).get(was.number());
    assertThat(is.regions()).isEmpty();
    assertThat(is.language()).isEqualTo("el");
  }

  @Test
  @Proves(8)
  void addressThatNobodyConfirmedIsForgottenAfterTwoDays() {
    volunteer.ask(email);
    Received mail = volunteer.mail(email, 1);
    node.clock().advance(Duration.ofHours(48));

    assertThat(anybody.post(TrialVolunteer.link(mail), "").status()).isEqualTo(404);
    awaitForgotten();
  }

  @Test
  void linksOfOthersAndForgedOnesDoNothing() {
    volunteer.ask(email);
    String link = TrialVolunteer.link(volunteer.mail(email, 1));
    String token = link.substring(link.lastIndexOf('/') + 1);
    char last = token.charAt(20) == 'A' ? 'B' : 'A';
    String forged = token.substring(0, 20) + last + token.substring(21);

    assertThat(anybody.post(PATH + "/confirm/" + forged, "").status()).isEqualTo(404);
    assertThat(anybody.post(PATH + "/leave/" + token, "").status()).isEqualTo(404);
    char other = token.charAt(30) == 'A' ? 'B' : 'A';
    String secret = token.substring(0, 30) + other + token.substring(31);
    assertThat(anybody.post(PATH + "/confirm/" + secret, "").problem()).isEqualTo("not-found");
    for (String bad : List.of("x", "a".repeat(42), "a".repeat(44), "%00".repeat(14) + "a")) {
      assertThat(anybody.get(PATH + "/confirm/" + bad).status()).isBetween(400, 404);
      assertThat(anybody.post(PATH + "/leave/" + bad, "").status()).isBetween(400, 404);
    }
    assertThat(TrialVolunteer.mailbox(volunteer.confirmed(email)).email()).isEqualTo(email);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | malformed | `` | `[]`",
        "400 | malformed | `` | `{\"email\": \"a@example.org\", \"email\": \"b@example.org\"}`",
        "422 | invalid | /email | `{\"country\": \"RS\", \"language\": \"sr\"}`",
        "422 | invalid | /email | `{\"email\": 7, \"country\": \"RS\", \"language\": \"sr\"}`",
        "422 | invalid | /email | `{\"email\": \"planted@example.org\\r\\nBcc: x@example.org\", \"country\": \"RS\", \"language\": \"sr\"}`",
        "422 | invalid | /email | `{\"email\": \"planted\\u0007@example.org\", \"country\": \"RS\", \"language\": \"sr\"}`",
        "422 | invalid | /email | `{\"email\": \"\\\"planted a\\\"@example.org\", \"country\": \"RS\", \"language\": \"sr\"}`",
        "422 | invalid | /email | `{\"email\": \"planted@[127.0.0.1]\", \"country\": \"RS\", \"language\": \"sr\"}`",
        "422 | invalid | /email | `{\"email\": \"planted@example.org, b@example.org\", \"country\": \"RS\", \"language\": \"sr\"}`",
        "422 | invalid | /email | `{\"email\": \"planted\\u202e@example.org\", \"country\": \"RS\", \"language\": \"sr\"}`",
        "422 | invalid | /email | `{\"email\": \"P <planted@example.org>\", \"country\": \"RS\", \"language\": \"sr\"}`",
        "422 | invalid | /country | `{\"email\": \"planted@example.org\", \"country\": \"rs\", \"language\": \"sr\"}`",
        "422 | invalid | /country | `{\"email\": \"planted@example.org\", \"country\": \"XX\", \"language\": \"sr\"}`",
        "422 | invalid | /country | `{\"email\": \"planted@example.org\", \"country\": \"GR\", \"language\": \"el\"}`",
        "422 | invalid | /regions/0 | `{\"email\": \"planted@example.org\", \"country\": \"RS\", \"regions\": [\"RS-QQ\"], \"language\": \"sr\"}`",
        "422 | invalid | /regions/0 | `{\"email\": \"planted@example.org\", \"country\": \"RS\", \"regions\": [\"GR-A\"], \"language\": \"sr\"}`",
        "422 | invalid | /regions | `{\"email\": \"planted@example.org\", \"country\": \"RS\", \"regions\": \"RS-01\", \"language\": \"sr\"}`",
        "422 | invalid | /regions/1 | `{\"email\": \"planted@example.org\", \"country\": \"RS\", \"regions\": [\"RS-01\", \"01\"], \"language\": \"sr\"}`",
        "422 | invalid | /language | `{\"email\": \"planted@example.org\", \"country\": \"RS\", \"language\": \"fr\"}`",
        "422 | invalid | /language | `{\"email\": \"planted@example.org\", \"country\": \"RS\"}`",
        "422 | invalid | /exercise | `{\"email\": \"planted@example.org\", \"country\": \"RS\", \"language\": \"sr\", \"exercise\": \"no\"}`",
        "422 | invalid | `` | `{\"email\": \"planted@example.org\", \"country\": \"RS\", \"language\": \"sr\", \"name\": \"Ana\"}`"
      })
  void badInputIsRefusedAndNothingStored(int status, String problem, String pointer, String body) {
    Answer answer = anybody.post(PATH, body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    if (status == 422) {
      assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }
    assertThat(answer.text()).doesNotContain("planted");
    assertThat(Stored.holds(node, "subscriptions", "planted")).isFalse();
  }

  @Test
  void supervisorsSeeNumbersOnly() {
    Wire supervisor = node.person("jelena", "supervisor");
    Map<?, ?> before = count(supervisor);
    volunteer.ask(email, "[\"RS-07\"]", "sr");
    volunteer.confirmed(email);

    Map<?, ?> after = count(supervisor);

    assertThat((Integer) after.get("total")).isEqualTo((Integer) before.get("total") + 1);
    assertThat(((Map<?, ?>) after.get("regions")).containsKey("RS-07")).isTrue();
    assertThat(node.person("ana", "operator").get(PATH + "/count?country=RS").status())
        .isEqualTo(403);
    assertThat(supervisor.get(PATH + "/count?country=XX").status()).isEqualTo(422);
    assertThat(supervisor.get(PATH + "/count").status()).isEqualTo(400);
  }

  private static Map<?, ?> count(Wire supervisor) {
    Answer answer = supervisor.get(PATH + "/count?country=RS");
    assertThat(answer.status()).isEqualTo(200);
    return Json.mapper().convertValue(answer.json(), Map.class);
  }

  @Test
  @Proves(8)
  void addressesAndLinksAreInNoLogMetricOrProblem() {
    volunteer.ask(email);
    volunteer.ask("refuse-" + email);
    Received mail = volunteer.mail(email, 1);
    String token =
        TrialVolunteer.link(mail).substring(TrialVolunteer.link(mail).lastIndexOf('/') + 1);
    Answer wrong = anybody.post(PATH + "/leave/" + token, "");
    volunteer.settle();

    var scan = SecretScan.of(email, token);
    assertThat(scan.inText("log", String.join("\n", node.log()))).isEmpty();
    assertThat(
            scan.inText(
                "metrics", node.management("nikola", "admin").get("/actuator/prometheus").text()))
        .isEmpty();
    assertThat(scan.inText("problem", wrong.text())).isEmpty();
    assertThat(Stored.holds(node, "subscriptions", token)).isFalse();
    assertThat(node.management("nikola", "admin").get("/actuator/prometheus").text())
        .contains("homeward_mails_total{outcome=\"accepted\"}")
        .contains("homeward_subscriptions{status=\"unconfirmed\"}");
  }
}
