package org.homeward.alert.subscribers.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.ScriptedSmtp.Received;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.DerivedIds;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volunteers ask to be told, confirm by a link, are numbered, and leave. */
class SubscriptionsIT {

  private static final String PATH = "/api/v1/subscriptions";
  private static final Pattern LINK = Pattern.compile("(/api/v1/subscriptions/confirm/[\\w-]{43})");

  private final TrialNode node = TrialNode.get();
  private final Wire anybody = node.anonymous();
  private final SubscriptionNumbers numbers = node.bean(SubscriptionNumbers.class);
  private final Alarms alarms = node.aggregate("subscriptions", Subscription.class).alarms();
  private final String email = "v-" + UUID.randomUUID() + "@example.org";

  private Answer ask(String address) {
    return ask(address, "[\"RS-01\", \"RS-22\"]", "sr");
  }

  private Answer ask(String address, String regions, String language) {
    return anybody.post(
        PATH,
        """
        {"email": "%s", "country": "RS", "regions": %s, "language": "%s"}"""
            .formatted(address, regions, language));
  }

  private Received mail(String to, int count) {
    await()
        .until(
            () -> {
              alarms.ring();
              return node.smtp().receivedBy(to).size() >= count;
            });
    return node.smtp().receivedBy(to).get(count - 1);
  }

  private static String link(Received mail) {
    try {
      var parts = (MimeMultipart) mail.message().getContent();
      Matcher link = LINK.matcher(parts.getBodyPart(0).getContent().toString());
      assertThat(link.find()).isTrue();
      assertThat(parts.getBodyPart(1).getContent().toString()).contains(link.group(1));
      return link.group(1);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String leaveLink(Received mail) {
    return mail.header("List-Unsubscribe").replaceAll("<http://[^/]+(/.*)>", "$1");
  }

  private Destination confirmed(String to) {
    return confirmed(to, 1);
  }

  private Destination confirmed(String to, int mail) {
    long before = numbers.watermark();
    assertThat(anybody.post(link(mail(to, mail)), "").status()).isEqualTo(200);
    await().until(() -> numbers.watermark() == before + 1);
    return numbers.range(before + 1, before + 1).get(before + 1);
  }

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

  /** The mail of somebody who asked later is here: ours would be, too. */
  private void settle() {
    String marker = "marker-" + UUID.randomUUID() + "@example.org";
    ask(marker);
    mail(marker, 1);
  }

  @Test
  void volunteerConfirmsIsNumberedAndLeavesByOneClick() {
    assertThat(ask(email).status()).isEqualTo(202);
    Received mail = mail(email, 1);
    assertThat(mail.header("Subject")).doesNotContain(email);
    assertThat(mail.header("Content-Language")).isEqualTo("sr-Latn");

    Answer page = anybody.get(link(mail), "Accept-Language", "el, en;q=0.5");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.text()).contains("lang=\"el\"", "<form method=\"post\">").doesNotContain(email);

    Destination destination = confirmed(email);
    assertThat(destination.email()).isEqualTo(email);
    assertThat(destination.country()).isEqualTo("RS");
    assertThat(destination.regions()).containsExactly("RS-01", "RS-22");
    assertThat(destination.language()).isEqualTo("sr");
    assertThat(destination.exercise()).isFalse();
    assertThat(destination.leaveLink().toString()).endsWith(leaveLink(mail));
    assertThat(anybody.post(link(mail), "").status()).isEqualTo(200);

    Answer left =
        anybody.method(
            "POST",
            leaveLink(mail),
            "List-Unsubscribe=One-Click",
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(left.status()).isEqualTo(200);
    assertThat(numbers.range(destination.number(), destination.number())).isEmpty();
    assertThat(interests(destination, "RS")).isEmpty();
    assertThat(anybody.post(leaveLink(mail), "").status()).isEqualTo(200);
    assertThat(anybody.post(link(mail), "").status()).isEqualTo(404);
    assertThat(anybody.post(link(mail), "", "Accept", "text/html").text()).contains("<h1>");
  }

  @Test
  @Proves(8)
  void addressOfWhoLeftIsNowhereAndComesBackUnderANewNumber() {
    ask(email);
    Destination first = confirmed(email);
    assertThat(Stored.holds(node, "subscriptions", email)).isTrue();

    anybody.post(leaveLink(mail(email, 1)), "");

    awaitForgotten();
    assertThat(Stored.holds(node, "subscription-numbers", email)).isFalse();
    node.clock().advance(Duration.ofHours(1));
    ask(email, "[]", "en");
    Destination again = confirmed(email, 2);
    assertThat(again.subscriptionId()).isEqualTo(first.subscriptionId());
    assertThat(again.number()).isGreaterThan(first.number());
    assertThat(numbers.range(first.number(), first.number())).isEmpty();
    assertThat(anybody.post(leaveLink(mail(email, 1)), "").status()).isEqualTo(200);
    assertThat(numbers.range(again.number(), again.number())).isEmpty();
  }

  @Test
  void openingALinkChangesNothing() {
    ask(email);
    Received mail = mail(email, 1);
    long before = numbers.watermark();

    anybody.get(link(mail));
    anybody.head(link(mail));
    anybody.get(leaveLink(mail));

    assertThat(numbers.watermark()).isEqualTo(before);
    assertThat(confirmed(email).email()).isEqualTo(email);
  }

  /** Without the one that ends a connection after its hundredth request. */
  private static Set<String> headers(Answer answer) {
    Set<String> names = new TreeSet<>(answer.response().headers().map().keySet());
    names.remove("connection");
    return names;
  }

  @Test
  void everybodyGetsTheSameAnswerAndOneMailAnHour() {
    Answer unknown = ask(email);
    Answer waiting = ask(email.toUpperCase(Locale.ROOT));
    confirmed(email);
    Answer known = ask(email);
    node.clock().advance(Duration.ofHours(1));
    Answer later = ask(email);
    settle();

    for (Answer answer : List.of(unknown, waiting, known, later)) {
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.text()).isEqualTo("{}");
      assertThat(headers(answer)).isEqualTo(headers(unknown));
    }
    assertThat(node.smtp().receivedBy(email)).hasSize(2);
    assertThat(node.smtp().receivedBy(email.toUpperCase(Locale.ROOT))).isEmpty();
  }

  private double quiet() {
    return node.bean(MeterRegistry.class)
        .get("homeward.confirmations")
        .tag("outcome", "quiet")
        .counter()
        .count();
  }

  private long mailsLike(String part) {
    return node.smtp().received().stream().filter(mail -> mail.to().contains(part)).count();
  }

  /** Spelled in a hundred ways, as Google reads it all one mailbox. */
  private static List<String> spellings(String name) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String dotted = name.substring(0, 1 + i % 9) + "." + name.substring(1 + i % 9);
      all.add(dotted + "+" + i + (i % 2 == 0 ? "@gmail.com" : "@GoogleMail.com"));
    }
    return all;
  }

  @Test
  void mailboxGetsOneMailAnHourHoweverItIsSpelled() {
    String name = "v" + UUID.randomUUID().toString().replace("-", "");
    double before = quiet();
    List<String> spellings = spellings(name);
    List<Answer> answers = spellings.stream().map(this::ask).toList();
    settle();

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(202);
              assertThat(answer.text()).isEqualTo("{}");
              assertThat(headers(answer)).isEqualTo(headers(answers.getFirst()));
            });
    assertThat(mailsLike(name.substring(9))).isEqualTo(1);
    assertThat(quiet() - before).isEqualTo(99);
    assertThat(Stored.holds(node, "subscriptions", spellings.get(1))).isFalse();

    node.clock().advance(Duration.ofHours(1));
    ask(spellings.get(1));
    mail(spellings.get(1), 1);
    assertThat(mailsLike(name.substring(9))).isEqualTo(2);
  }

  @Test
  @Proves(8)
  void quietHourKnowsNoAddressAndGoesWithItsHour() {
    ask(email);
    Alarms quietHours = node.aggregate("quietHours", QuietHour.class).alarms();
    assertThat(Stored.holds(node, "quiet-hours", "example")).isFalse();
    assertThat(Stored.count(node, "quiet-hours")).isPositive();

    node.clock().advance(Duration.ofHours(1));

    await()
        .until(
            () -> {
              quietHours.ring();
              return Stored.count(node, "quiet-hours") == 0;
            });
  }

  @Test
  void whenTheStoreIsFullNothingIsStoredOfWhoAsks() {
    var subscriptions = node.aggregate("subscriptions", Subscription.class).documents();
    var ids = node.bean(DerivedIds.class);
    var full =
        new Subscribe(
            subscriptions,
            wish -> false,
            node.bean(HoldQuietHour.class),
            ids,
            () -> {},
            node.bean(Clock.class));
    var wish = new SubscriptionWish(List.of(), Language.SR);
    var application = new Subscribe.Application(email, "RS", false, wish);

    String id = ids.of("subscription", "RS|actual|" + email, 0);

    assertThat(full.ask(application)).isEqualTo(Subscribe.Asked.NO_ROOM);
    assertThat(subscriptions.find(id)).isEmpty();
    assertThat(ask(email).status()).isEqualTo(202);
    assertThat(subscriptions.find(id)).isPresent();
  }

  @Test
  void changedWishHoldsFromItsConfirmationOnUnderTheSameNumber() {
    ask(email);
    Destination was = confirmed(email);
    node.clock().advance(Duration.ofHours(1));
    ask(email, "[]", "el");
    Received second = mail(email, 2);
    assertThat(second.header("Content-Language")).isEqualTo("el");
    assertThat(numbers.range(was.number(), was.number())).containsValue(was);

    anybody.post(link(second), "");

    Destination is = numbers.range(was.number(), was.number()).get(was.number());
    assertThat(is.regions()).isEmpty();
    assertThat(is.language()).isEqualTo("el");
  }

  @Test
  @Proves(8)
  void addressThatNobodyConfirmedIsForgottenAfterTwoDays() {
    ask(email);
    Received mail = mail(email, 1);
    node.clock().advance(Duration.ofHours(48));

    assertThat(anybody.post(link(mail), "").status()).isEqualTo(404);
    awaitForgotten();
  }

  @Test
  void exerciseAndRealSubscriptionsOfOneAddressAreTwoAndItsMailsAnHourApart() {
    ask(email);
    Destination real = confirmed(email);
    String exercises =
        """
        {"email": "%s", "country": "RS", "language": "en", "exercise": true}"""
            .formatted(email);
    assertThat(anybody.post(PATH, exercises).status()).isEqualTo(202);
    settle();
    assertThat(node.smtp().receivedBy(email)).hasSize(1);
    node.clock().advance(Duration.ofHours(1));
    anybody.post(PATH, exercises);

    Destination exercise = confirmed(email, 2);

    assertThat(exercise.exercise()).isTrue();
    assertThat(exercise.subscriptionId()).isNotEqualTo(real.subscriptionId());
    assertThat(numbers.range(real.number(), exercise.number()))
        .containsEntry(real.number(), real)
        .containsEntry(exercise.number(), exercise);
    assertThat(interests(real, "RS")).containsExactly(real.interest());
    assertThat(interests(exercise, "RS")).containsExactly(exercise.interest());
    assertThat(interests(real, "GR")).isEmpty();
  }

  @Test
  @Proves(2)
  void mailWhoseAnswerGotLostComesOnceMoreWithTheSameId() {
    String lost = "drop-" + email;
    ask(lost);
    mail(lost, 1);
    node.clock().advance(Duration.ofMinutes(11));
    mail(lost, 2);
    node.clock().advance(Duration.ofMinutes(11));
    settle();

    assertThat(node.smtp().receivedBy(lost))
        .hasSize(2)
        .extracting(Received::messageId)
        .containsOnly(node.smtp().receivedBy(lost).getFirst().messageId());
    assertThat(link(mail(lost, 2))).isEqualTo(link(mail(lost, 1)));
  }

  @Test
  void linksOfOthersAndForgedOnesDoNothing() {
    ask(email);
    String link = link(mail(email, 1));
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
    assertThat(confirmed(email).email()).isEqualTo(email);
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
    ask(email, "[\"RS-07\"]", "sr");
    confirmed(email);

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
    ask(email);
    ask("refuse-" + email);
    Received mail = mail(email, 1);
    String token = link(mail).substring(link(mail).lastIndexOf('/') + 1);
    Answer wrong = anybody.post(PATH + "/leave/" + token, "");
    settle();

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
