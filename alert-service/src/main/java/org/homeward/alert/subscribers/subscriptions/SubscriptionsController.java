package org.homeward.alert.subscribers.subscriptions;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.subscribers.mail.EmailAddress;
import org.homeward.alert.subscribers.subscriptions.UseLink.Used;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.schema.codes.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Volunteers ask to be told, confirm it, and leave; none of it needs a login. */
@RestController
class SubscriptionsController {

  private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
  static final String CONFIRM = SUBSCRIPTIONS + "/confirm/{token}";
  static final String LEAVE = SUBSCRIPTIONS + "/leave/{token}";
  private static final int MAX_EMAIL = 254;
  private static final int MAX_REGIONS = 30;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final Subscribe subscribe;
  private final UseLink useLink;
  private final CountSubscriptions countSubscriptions;
  private final LinkPages pages;
  private final String country;

  /**
   * @param country of the node: volunteers live in it
   */
  SubscriptionsController(
      Subscribe subscribe,
      UseLink useLink,
      CountSubscriptions countSubscriptions,
      LinkPages pages,
      String country) {
    this.subscribe = subscribe;
    this.useLink = useLink;
    this.countSubscriptions = countSubscriptions;
    this.pages = pages;
    this.country = country;
  }

  /** Always the same answer: whether an address is known here is nobody's business. */
  @PostMapping(path = SUBSCRIPTIONS, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("a side of a mailbox has one document, and a mailbox one mail an hour")
  ResponseEntity<Map<String, Object>> ask(@RequestBody byte[] body) {
    return switch (subscribe.ask(application(Fields.of(body)))) {
      case TAKEN -> ResponseEntity.accepted().body(Map.of());
      case NO_ROOM -> throw AlertProblem.STORE_FULL.exception();
    };
  }

  /** Changes nothing: mail programs open links to look at them. */
  @GetMapping(CONFIRM)
  ResponseEntity<byte[]> askToConfirm(
      @PathVariable String token,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accepted) {
    return button("confirm", token, accepted);
  }

  @PostMapping(CONFIRM)
  @SafeToRepeat("a link confirms once, and then says that it did")
  ResponseEntity<byte[]> confirm(@PathVariable String token, @RequestHeader HttpHeaders headers) {
    return told(useLink.confirm(token), "confirmed", headers);
  }

  @GetMapping(LEAVE)
  ResponseEntity<byte[]> askToLeave(
      @PathVariable String token,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accepted) {
    return button("leave", token, accepted);
  }

  /** The page's button, and the one click of RFC 8058 without any page. */
  @PostMapping(LEAVE)
  @SafeToRepeat("who has left has left")
  ResponseEntity<byte[]> leave(@PathVariable String token, @RequestHeader HttpHeaders headers) {
    return told(useLink.leave(token), "left", headers);
  }

  @GetMapping(SUBSCRIPTIONS + "/count")
  Map<String, Object> count(
      @RequestParam String country, @RequestParam(defaultValue = "false") boolean exercise) {
    if (!Countries.has(country)) {
      throw FaceProblem.INVALID.problem().error("/country", "unknown-country").exception();
    }
    CountSubscriptions.Count count = countSubscriptions.of(country, exercise);
    return Map.of(
        "country", country,
        "exercise", exercise,
        "total", count.total(),
        "wholeCountry", count.wholeCountry(),
        "regions", count.regions());
  }

  private Subscribe.Application application(Fields fields) {
    String email = fields.requiredText("email", MAX_EMAIL);
    if (!email.isEmpty() && !EmailAddress.isGood(email)) {
      fields.wrong("email", "wrong-form");
    }
    String lives = fields.requiredCountry("country");
    if (Countries.has(lives) && !lives.equals(country)) {
      fields.wrong("country", "another-country");
    }
    List<String> regions = List.copyOf(fields.regions("regions", MAX_REGIONS, lives));
    Language language =
        Language.ofCode(fields.requiredText("language", 2))
            .orElseGet(
                () -> {
                  fields.wrong("language", "unknown-language");
                  return Language.EN;
                });
    boolean exercise = fields.has("exercise") && fields.requiredBoolean("exercise");
    fields.check();
    return new Subscribe.Application(
        email, lives, exercise, new SubscriptionWish(regions, language));
  }

  private ResponseEntity<byte[]> button(String name, String token, @Nullable String accepted) {
    if (!TOKEN.matcher(token).matches()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return page(HttpStatus.OK, pages.button(LinkPages.language(accepted), name));
  }

  private ResponseEntity<byte[]> told(Used used, String done, HttpHeaders headers) {
    Language language = LinkPages.language(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    return switch (used) {
      case DONE -> page(HttpStatus.OK, pages.told(language, done));
      case NO_LINK -> {
        if (!headers.getAccept().contains(MediaType.TEXT_HTML)) {
          throw FaceProblem.NOT_FOUND.exception();
        }
        yield page(HttpStatus.NOT_FOUND, pages.told(language, "gone"));
      }
    };
  }

  private static ResponseEntity<byte[]> page(HttpStatus status, byte[] page) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(page);
  }
}
