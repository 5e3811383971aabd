package org.homeward.alert.orders.acknowledgements;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.orders.acknowledgements.AnswerTokens.Asked;
import org.homeward.alert.orders.acknowledgements.TakeAnswer.Taken;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.LinkPages;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.alert.subscribers.webhooks.VerifySignature;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
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
import org.springframework.web.bind.annotation.RestController;

/** Organisations answer, by the key of their system, or by a button behind a link. */
@RestController
class AnswersController {

  static final String ANSWER = "/api/v1/answers/{token}";

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{54}");
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final AnswerTokens tokens;
  private final TakeAnswer takeAnswer;
  private final VerifySignature verifySignature;
  private final SubscriptionNumbers numbers;
  private final LinkPages pages;
  private final Clock clock;

  AnswersController(
      AnswerTokens tokens,
      TakeAnswer takeAnswer,
      VerifySignature verifySignature,
      SubscriptionNumbers numbers,
      LinkPages pages,
      Clock clock) {
    this.tokens = tokens;
    this.takeAnswer = takeAnswer;
    this.verifySignature = verifySignature;
    this.numbers = numbers;
    this.pages = pages;
    this.clock = clock;
  }

  /** Changes nothing: mail programs open links to look at them. */
  @GetMapping(ANSWER)
  ResponseEntity<byte[]> ask(
      @PathVariable String token,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accepted) {
    if (!TOKEN.matcher(token).matches()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return page(HttpStatus.OK, pages.button(LinkPages.language(accepted), "answer"));
  }

  /** The page's button. */
  @PostMapping(ANSWER)
  @SafeToRepeat("who has seen it has seen it")
  ResponseEntity<byte[]> seen(@PathVariable String token, @RequestHeader HttpHeaders headers) {
    var word = new Word(Word.Says.SEEN, Word.Way.LINK, clock.instant(), null);
    boolean done =
        tokens
            .read(token)
            .filter(asked -> takeAnswer.take(asked.alert(), asked.number(), word) != Taken.NO_ALERT)
            .isPresent();
    var language = LinkPages.language(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    if (done) {
      return page(HttpStatus.OK, pages.told(language, "answered"));
    }
    if (!headers.getAccept().contains(MediaType.TEXT_HTML)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return page(HttpStatus.NOT_FOUND, pages.told(language, "unanswered"));
  }

  @PostMapping(path = ANSWER, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("the same word changes nothing, and a late one takes nothing back")
  Map<String, Object> answer(
      @PathVariable String token, @RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
    Asked asked = tokens.read(token).orElseThrow(FaceProblem.NOT_FOUND::exception);
    Instant at = signedAt(asked, headers, body).orElseThrow(AlertProblem.BAD_SIGNATURE::exception);
    Fields fields = Fields.of(body);
    Word.Says says = fields.requiredCode("says", EnumSet.allOf(Word.Says.class));
    String answered = fields.requiredText("answer", TOKEN);
    fields.check();
    if (!answered.equals(token)) {
      throw AlertProblem.BAD_SIGNATURE.exception(); // it was signed for another alert
    }
    var word = new Word(says, Word.Way.KEY, at, null);
    return switch (takeAnswer.take(asked.alert(), asked.number(), word)) {
      case DONE, KEPT -> Map.of("says", says);
      case NO_ALERT, KEY_REUSED -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private Optional<Instant> signedAt(Asked asked, HttpHeaders headers, byte[] body) {
    var signed =
        new VerifySignature.Headers(
            header(headers, "webhook-id"),
            header(headers, "webhook-timestamp"),
            header(headers, "webhook-signature"));
    return webhook(asked.number())
        .flatMap(webhook -> verifySignature.signedAt(webhook, signed, body));
  }

  private Optional<String> webhook(long number) {
    Destination to = numbers.of(List.of(number)).get(number);
    return to != null && to.address() instanceof Address.Endpoint endpoint
        ? Optional.of(endpoint.webhook())
        : Optional.empty();
  }

  private static String header(HttpHeaders headers, String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  private static ResponseEntity<byte[]> page(HttpStatus status, byte[] page) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(page);
  }
}
