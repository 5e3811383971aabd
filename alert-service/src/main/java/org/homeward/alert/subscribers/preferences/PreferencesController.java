package org.homeward.alert.subscribers.preferences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.subscribers.destinations.QuietTime;
import org.homeward.alert.subscribers.mail.EmailAddress;
import org.homeward.alert.subscribers.sms.ProvePhone;
import org.homeward.alert.subscribers.subscriptions.Language;
import org.homeward.alert.subscribers.subscriptions.LinkTokens;
import org.homeward.alert.subscribers.subscriptions.SubscriptionWish;
import org.homeward.alert.subscribers.subscriptions.UseLink;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.schema.codes.NumberingPlans;
import org.homeward.schema.people.PhoneNumber;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A volunteer chooses. Everything is a POST, and no secret stands in an address: mail programs open
 * links to look at them, and logs keep addresses.
 */
@RestController
final class PreferencesController {

  static final String PREFERENCES = "/api/v1/subscriptions/preferences";
  static final String OPEN = PREFERENCES + "/open";
  static final String SHOW = PREFERENCES + "/show";
  static final String CHANGE = PREFERENCES + "/change";
  static final String PHONE = PREFERENCES + "/phone";
  static final String PROVE = PREFERENCES + "/phone/prove";
  static final String DROP = PREFERENCES + "/phone/drop";
  static final String EXPORT = PREFERENCES + "/export";
  static final String LEAVE = PREFERENCES + "/leave";

  static final List<String> ALL =
      List.of(PREFERENCES, OPEN, SHOW, CHANGE, PHONE, PROVE, DROP, EXPORT, LEAVE);

  private static final int MAX_EMAIL = 254;
  private static final int MAX_REGIONS = 30;
  private static final int MAX_NUMBER = 30;
  private static final int MAX_ZONE = 40;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

  /** Stands in for a number that is refused. */
  private static final PhoneNumber NOBODY = new PhoneNumber("+10000000000");

  private final AskForLink askForLink;
  private final OpenPage openPage;
  private final UseLink useLink;
  private final KeepPhone keepPhone;
  private final ShowPreferences show;
  private final String country;

  /**
   * @param country of the node: volunteers live in it
   */
  PreferencesController(
      AskForLink askForLink,
      OpenPage openPage,
      UseLink useLink,
      KeepPhone keepPhone,
      ShowPreferences show,
      String country) {
    this.askForLink = askForLink;
    this.openPage = openPage;
    this.useLink = useLink;
    this.keepPhone = keepPhone;
    this.show = show;
    this.country = country;
  }

  /** Always the same answer: whether an address is known here is nobody's business. */
  @PostMapping(path = PREFERENCES, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("an address has one link in an hour, and a mailbox one mail")
  ResponseEntity<Map<String, Object>> ask(@RequestBody byte[] body) {
    Fields fields = Fields.of(body);
    String email = fields.requiredText("email", MAX_EMAIL);
    if (!email.isEmpty() && !EmailAddress.isGood(email)) {
      fields.wrong("email", "wrong-form");
    }
    boolean exercise = fields.has("exercise") && fields.requiredBoolean("exercise");
    fields.check();
    return switch (askForLink.ask(email, country, exercise)) {
      case TAKEN -> ResponseEntity.accepted().body(Map.of());
      case NO_ROOM -> throw AlertProblem.STORE_FULL.exception();
    };
  }

  @PostMapping(path = OPEN, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("a link opens the page once, and is refused after that")
  Map<String, Object> open(@RequestBody byte[] body) {
    Fields fields = Fields.of(body);
    String token = fields.requiredText("token", TOKEN);
    fields.check();
    OpenPage.Opened opened = openPage.open(token).orElseThrow(FaceProblem.NOT_FOUND::exception);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", opened.key());
    json.put("preferences", shown(opened.subscription()));
    return json;
  }

  @PostMapping(path = SHOW, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("it only reads")
  Map<String, Object> show(@RequestBody byte[] body) {
    return shown(subscription(key(body)));
  }

  @PostMapping(path = CHANGE, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("the same wish again changes nothing")
  Map<String, Object> change(@RequestBody byte[] body) {
    Fields fields = Fields.of(body);
    String key = fields.requiredText("key", TOKEN);
    SubscriptionWish wish = wish(fields);
    fields.check();
    String subscription = subscription(key);
    return switch (useLink.change(subscription, wish, LinkTokens.nonce())) {
      case DONE -> shown(subscription);
      case NO_LINK -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private SubscriptionWish wish(Fields fields) {
    List<String> regions = List.copyOf(fields.regions("regions", MAX_REGIONS, country));
    Language language =
        Language.ofCode(fields.requiredText("language", 2))
            .orElseGet(
                () -> {
                  fields.wrong("language", "unknown-language");
                  return Language.EN;
                });
    return new SubscriptionWish(
        regions, language, fields.has("quietFrom") ? quiet(fields).orElse(null) : null);
  }

  private static Optional<QuietTime> quiet(Fields fields) {
    String from = fields.requiredText("quietFrom", 5);
    String to = fields.requiredText("quietTo", 5);
    String zone = fields.requiredText("zone", MAX_ZONE);
    boolean times = QuietTime.isMinute(from) && QuietTime.isMinute(to);
    if (!QuietTime.isMinute(from)) {
      fields.wrong("quietFrom", "wrong-form");
    }
    if (!QuietTime.isMinute(to)) {
      fields.wrong("quietTo", "wrong-form");
    }
    if (times && from.equals(to)) {
      fields.wrong("quietTo", "empty-time");
    }
    if (!QuietTime.isZone(zone)) {
      fields.wrong("zone", "unknown-zone");
    }
    return times && !from.equals(to) && QuietTime.isZone(zone)
        ? Optional.of(new QuietTime(from, to, zone))
        : Optional.empty();
  }

  @PostMapping(path = PHONE, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("the same number again is the same phone; codes have ceilings")
  Map<String, Object> phone(@RequestBody byte[] body) {
    Fields fields = Fields.of(body);
    String key = fields.requiredText("key", TOKEN);
    PhoneNumber number = number(fields);
    fields.check();
    String subscription = subscription(key);
    if (!show.hasTexts()) {
      throw refused("/phone", "no-texts");
    }
    if (!openPage.takeCode(subscription)) {
      throw AlertProblem.CODES_TOO_OFTEN.exception();
    }
    return switch (keepPhone.enter(subscription, number)) {
      case CODE -> shown(subscription);
      case ANOTHER -> throw refused("/phone", "one-phone-only");
      case TOO_OFTEN -> throw AlertProblem.CODES_TOO_OFTEN.exception();
      case NO_SUBSCRIPTION -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private static RuntimeException refused(String pointer, String rule) {
    return FaceProblem.INVALID.problem().error(pointer, rule).exception();
  }

  /** A mobile number of the node's own country: messages to others earn whoever has them sent. */
  private PhoneNumber number(Fields fields) {
    String typed = fields.requiredText("phone", MAX_NUMBER);
    if (typed.isBlank()) {
      return NOBODY;
    }
    String e164 = NumberingPlans.e164(typed, country).orElse("");
    if (e164.isEmpty()) {
      fields.wrong("phone", "impossible-number");
      return NOBODY;
    }
    Optional<String> mobile = NumberingPlans.countryOfMobile(e164);
    if (mobile.isEmpty()) {
      fields.wrong("phone", "not-mobile");
      return NOBODY;
    }
    if (!country.equals(mobile.get())) {
      fields.wrong("phone", "another-country");
      return NOBODY;
    }
    return new PhoneNumber(e164);
  }

  @PostMapping(path = PROVE, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("a phone that is proved stays so; wrong codes make the right one void")
  Map<String, Object> prove(@RequestBody byte[] body) {
    Fields fields = Fields.of(body);
    String key = fields.requiredText("key", TOKEN);
    String code = fields.requiredText("code", SIX_DIGITS);
    fields.check();
    String subscription = subscription(key);
    ProvePhone.Shown shown = keepPhone.show(subscription, code);
    return switch (shown) {
      case LIVE -> shown(subscription);
      case WRONG -> throw refused("/code", "wrong-code");
      case VOID, NOTHING -> throw AlertProblem.CODE_VOID.exception();
    };
  }

  @PostMapping(path = DROP, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("a phone that was dropped stays so")
  Map<String, Object> drop(@RequestBody byte[] body) {
    String subscription = subscription(key(body));
    keepPhone.drop(subscription);
    return shown(subscription);
  }

  @PostMapping(path = EXPORT, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("it only reads")
  Map<String, Object> export(@RequestBody byte[] body) {
    return show.everything(subscription(key(body))).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  /** One click; the page is empty after it. */
  @PostMapping(path = LEAVE, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("who has left has left")
  Map<String, Object> leave(@RequestBody byte[] body) {
    useLink.leaveAgain(subscription(key(body)));
    return Map.of();
  }

  private static String key(byte[] body) {
    Fields fields = Fields.of(body);
    String key = fields.requiredText("key", TOKEN);
    fields.check();
    return key;
  }

  private String subscription(String key) {
    return openPage.subscription(key).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private Map<String, Object> shown(String subscription) {
    return show.of(subscription).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }
}
