package org.homeward.alert.subscribers.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.ScriptedSmtp.Received;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialPhone;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.Replay.Replayed;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A volunteer asks for the page, opens it once, chooses, and leaves. */
class PreferencesIT {

  private static final String PATH = "/api/v1/subscriptions/preferences";
  private static final Pattern LINK = Pattern.compile("/preferences/open/([\\w-]{43})");
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

  private final TrialNode node = TrialNode.get();
  private final Wire anybody = node.anonymous();
  private final SubscriptionNumbers numbers = node.bean(SubscriptionNumbers.class);
  private final Alarms links = node.aggregate("preferenceLinks", PreferenceLink.class).alarms();
  private final Alarms phones = node.aggregate("volunteerPhones", VolunteerPhone.class).alarms();
  private final Volunteers volunteers = Volunteers.of(node);

  /** Others had this region before. */
  private final long before = numbers.watermark();

  /** Joined, and the quiet hour of the mailbox is over. */
  private String joined(String name) {
    String email = volunteers.join("sr", false, name).getFirst();
    node.clock().advance(Duration.ofHours(1));
    return email;
  }

  private Answer ask(String email) {
    return anybody.post(PATH, "{\"email\": \"%s\"}".formatted(email));
  }

  private Received mail(String to, int count) {
    await()
        .until(
            () -> {
              links.ring();
              return node.smtp().receivedBy(to).size() >= count;
            });
    return node.smtp().receivedBy(to).get(count - 1);
  }

  private static String token(Received mail) {
    Matcher link = LINK.matcher(Volunteers.text(mail));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private Answer open(String token) {
    return anybody.post(PATH + "/open", "{\"token\": \"%s\"}".formatted(token));
  }

  private Answer post(String what, String key, String more) {
    return anybody.post(PATH + what, "{\"key\": \"%s\"%s}".formatted(key, more));
  }

  /** The key of an opened page. */
  private String opened(String email, int mail) {
    assertThat(ask(email).status()).isEqualTo(202);
    Answer page = open(token(mail(email, mail)));
    assertThat(page.status()).isEqualTo(200);
    return page.json().path("key").asString();
  }

  private List<Destination> destinations() {
    return numbers.range(before + 1, numbers.watermark()).values().stream()
        .filter(there -> there.regions().contains(volunteers.region))
        .toList();
  }

  private List<Address.OwnPhone> ownPhones() {
    return destinations().stream()
        .map(Destination::address)
        .filter(Address.OwnPhone.class::isInstance)
        .map(Address.OwnPhone.class::cast)
        .toList();
  }

  @Test
  void aLinkOpensThePageOnceAndThePageChangesWhatIsWanted() {
    String email = joined("chooses");
    ask(email);
    Received mail = mail(email, 2);
    assertThat(mail.header("Subject")).doesNotContain(email);
    Answer page = open(token(mail));
    String key = page.json().path("key").asString();
    JsonNode shown = page.json().path("preferences");
    assertThat(shown.path("email").asString()).isEqualTo(email);
    assertThat(shown.path("language").asString()).isEqualTo("sr");
    assertThat(shown.has("quietFrom")).isFalse();

    Answer changed =
        post(
            "/change",
            key,
"""
            , "language": "en", "regions": ["%s", "RS-02"], "quietFrom": "22:00",
             "quietTo": "07:00", "zone": "Europe/Athens"\
"""
                .formatted(volunteers.region));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("quietTo").asString()).isEqualTo("07:00");
    Destination there = destinations().getFirst();
    assertThat(there.language()).isEqualTo("en");
    assertThat(there.regions()).containsExactly(volunteers.region, "RS-02");
    assertThat(there.terms().quiet().zone()).isEqualTo("Europe/Athens");
    assertThat(there.terms().since()).isEqualTo(numbers.watermark());
    assertThat(there.terms().earlier().getFirst().regions()).containsExactly(volunteers.region);

    assertThat(open(token(mail)).status()).as("used").isEqualTo(404);
    node.clock().advance(Duration.ofMinutes(30));
    assertThat(post("/show", key, "").status()).as("too old").isEqualTo(404);
  }

  @Test
  @Proves(8)
  void nobodyLearnsWhetherAnAddressIsKnown() {
    String email = joined("known");
    String unknown = "nobody-" + UUID.randomUUID() + "@example.org";

    Answer of = ask(email);
    Answer none = ask(unknown);

    assertThat(none.status()).isEqualTo(of.status());
    assertThat(none.text()).isEqualTo(of.text());
    assertThat(ask(unknown).text()).isEqualTo(of.text());
    mail(email, 2);
    // The unknown one was asked for before: its mail would be here.
    String marker = joined("marker");
    ask(marker);
    mail(marker, 2);
    assertThat(node.smtp().receivedBy(unknown)).isEmpty();
    assertThat(Stored.holds(node, "preference-links", unknown)).isFalse();
    assertThat(Stored.holds(node, "preference-links", email)).isFalse();
  }

  @Test
  void aMailboxGetsOneMailAnHour() {
    String email = joined("flooded");
    ask(email);
    mail(email, 2);
    ask(email);
    ask(email.toUpperCase(Locale.ROOT));
    String marker = joined("after"); // an hour later
    ask(marker);
    mail(marker, 2);

    assertThat(node.smtp().receivedBy(email)).hasSize(2);
    ask(email);
    mail(email, 3);
  }

  @Test
  void aLinkThatIsTooOldOrForgedOpensNothing() {
    String email = joined("late");
    ask(email);
    String token = token(mail(email, 2));
    char other = token.charAt(30) == 'A' ? 'B' : 'A';
    String forged = token.substring(0, 30) + other + token.substring(31);

    assertThat(open(forged).problem()).isEqualTo("not-found");
    assertThat(post("/show", token, "").problem()).as("a link is no key").isEqualTo("not-found");
    node.clock().advance(Duration.ofMinutes(30));
    assertThat(open(token).problem()).isEqualTo("not-found");
  }

  private String code(String number, int nth) {
    String text =
        await()
            .until(
                () -> {
                  phones.ring();
                  return node.smsc().texts(number);
                },
                all -> all.size() >= nth)
            .get(nth - 1);
    Matcher code = CODE.matcher(text);
    assertThat(code.find()).as(text).isTrue();
    return code.group();
  }

  private static String phone(String number) {
    return ", \"phone\": \"" + number + "\"";
  }

  private static String shown(String code) {
    return ", \"code\": \"" + code + "\"";
  }

  @Test
  @Proves({3, 8})
  void aPhoneIsNumberedOnceItsCodeComesBackAndItsNumberGoesWhenItIsDropped() {
    String key = opened(joined("phones"), 2);
    String number = TrialPhone.newNumber();
    Answer entered = post("/phone", key, phone(number));
    assertThat(entered.json().at("/phone/state").asString()).isEqualTo("UNPROVEN");
    String code = code(number, 1);
    assertThat(ownPhones()).isEmpty();
    assertThat(
            post("/phone/prove", key, shown(code.equals("000000") ? "000001" : "000000"))
                .json()
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/code");

    Answer proved = post("/phone/prove", key, shown(code));

    assertThat(proved.json().at("/phone/state").asString()).isEqualTo("LIVE");
    await().until(() -> !ownPhones().isEmpty());
    assertThat(ownPhones().getFirst().number().e164()).isEqualTo(number);
    assertThat(
            post("/phone", key, phone(TrialPhone.newNumber()))
                .json()
                .at("/errors/0/rule")
                .asString())
        .isEqualTo("one-phone-only");

    Answer dropped = post("/phone/drop", key, "");

    assertThat(dropped.json().has("phone")).isFalse();
    assertThat(destinations().stream().filter(Destination::endsOnly)).hasSize(1);
    JsonNode kept = post("/export", key, "").json().path("phones");
    assertThat(kept.size()).isEqualTo(1);
    assertThat(kept.path(0).path("state").asString()).isEqualTo("REVOKED");
    node.clock().advance(Duration.ofMinutes(6));
    await()
        .until(
            () -> {
              phones.ring();
              return !Stored.holds(node, "volunteer-phones", number);
            });
    assertThat(ownPhones()).isEmpty();
  }

  @Test
  @Proves(8)
  void whoeverLeavesTakesMailboxAndPhoneAlong() {
    String email = joined("leaves");
    String key = opened(email, 2);
    String number = TrialPhone.newNumber();
    post("/phone", key, phone(number));
    post("/phone/prove", key, shown(code(number, 1)));
    await().until(() -> !ownPhones().isEmpty());

    assertThat(post("/leave", key, "").status()).isEqualTo(200);

    assertThat(destinations()).isEmpty();
    assertThat(post("/show", key, "").status()).isEqualTo(404);
    await()
        .until(
            () -> {
              phones.ring();
              return !Stored.holds(node, "volunteer-phones", number)
                  && !Stored.holds(node, "volunteer-phone-history", number);
            });
    assertThat(Stored.holds(node, "subscription-numbers", number)).isFalse();
  }

  @Test
  @Proves(4)
  void aPhoneThatWasDroppedAfterTheCopyIsDroppedAgain() {
    String key = opened(joined("restored"), 2);
    String number = TrialPhone.newNumber();
    post("/phone", key, phone(number));
    post("/phone/prove", key, shown(code(number, 1)));
    await().until(() -> !ownPhones().isEmpty());
    String subject = "own-phone/" + ownPhones().getFirst().phone();
    var line = new EndsLine(node.clock().instant(), subject, 9, "revoke", Map.of());

    assertThat(node.bean(Replay.class).replay(line)).isEqualTo(Replayed.DONE);

    assertThat(destinations().stream().filter(Destination::endsOnly)).hasSize(1);
    assertThat(node.bean(Replay.class).replay(line)).isEqualTo(Replayed.KNOWN);
  }

  @Test
  void threeCodesAreEnoughForOnePage() {
    String key = opened(joined("codes"), 2);

    for (int i = 0; i < 3; i++) {
      assertThat(post("/phone", key, phone(TrialPhone.newNumber())).status()).isEqualTo(200);
    }
    assertThat(post("/phone", key, phone(TrialPhone.newNumber())).problem())
        .isEqualTo("codes-too-often");
  }

  @Test
  void everythingThatIsKeptIsExported() {
    String email = joined("exports");
    String key = opened(email, 2);
    post(
        "/change",
        key,
        ", \"language\": \"el\", \"regions\": [\"%s\"]".formatted(volunteers.region));

    JsonNode all = post("/export", key, "").json();

    assertThat(all.path("email").asString()).isEqualTo(email);
    assertThat(all.path("joined").asInt()).isEqualTo(1);
    assertThat(all.at("/earlier/0/language").asString()).isEqualTo("sr");
    assertThat(all.path("phones").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | /email | `{}`",
        "`` | /email | `{\"email\": \"planted@[127.0.0.1]\"}`",
        "`` | /email | `{\"email\": \"planted@example.org\\r\\nBcc: x@example.org\"}`",
        "`` | `` | `{\"email\": \"planted@example.org\", \"name\": \"Ana\"}`",
        "/open | /token | `{\"token\": \"planted\"}`",
        "/show | /key | `{}`",
        "/change | /language | `{\"key\": \"K\", \"language\": \"fr\"}`",
        "/change | /regions/0 | `{\"key\": \"K\", \"language\": \"en\", \"regions\": [\"GR-A\"]}`",
        "/change | /quietTo | `{\"key\": \"K\", \"language\": \"en\", \"quietFrom\": \"22:00\", \"zone\": \"Europe/Athens\"}`",
        "/change | /quietTo | `{\"key\": \"K\", \"language\": \"en\", \"quietFrom\": \"22:00\", \"quietTo\": \"22:00\", \"zone\": \"Europe/Athens\"}`",
        "/change | /quietFrom | `{\"key\": \"K\", \"language\": \"en\", \"quietFrom\": \"25:00\", \"quietTo\": \"22:00\", \"zone\": \"Europe/Athens\"}`",
        "/change | /zone | `{\"key\": \"K\", \"language\": \"en\", \"quietFrom\": \"21:00\", \"quietTo\": \"22:00\", \"zone\": \"Planted/Zone\"}`",
        "/phone | /phone | `{\"key\": \"K\", \"phone\": \"+381112345678\"}`",
        "/phone | /phone | `{\"key\": \"K\", \"phone\": \"+306912345678\"}`",
        "/phone | /phone | `{\"key\": \"K\", \"phone\": \"planted\"}`",
        "/phone/prove | /code | `{\"key\": \"K\", \"code\": \"12345\"}`"
      })
  void badInputIsRefusedAtItsField(String what, String pointer, String body) {
    Answer answer = anybody.post(PATH + what, body.replace("\"K\"", "\"" + "k".repeat(43) + "\""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(answer.text()).doesNotContain("planted", "Planted");
  }
}
