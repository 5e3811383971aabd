package org.homeward.console.api;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/**
 * How a form ends. What was done leads on. What was refused comes back with the API's reasons and a
 * fresh key, because nothing has happened. What was not answered comes back with the same key, so
 * that pressing again does it once; if it had been done and the form was changed since, the key
 * stays still, and the page says that the first press was stored.
 */
public final class HttpFormEnd {

  /** The type of the problem when a key has done something else before. */
  private static final String KEY_REUSED = "key-reused";

  private final Words words;
  private final String key;
  private final UnaryOperator<String> problem;
  private final Map<String, String> kinds;

  private HttpFormEnd(
      Words words, String key, UnaryOperator<String> problem, Map<String, String> kinds) {
    this.words = words;
    this.key = key;
    this.problem = problem;
    this.kinds = Map.copyOf(kinds);
  }

  /**
   * @param key the Idempotency-Key that the form's page was shown with
   */
  public static HttpFormEnd of(Words words, String key) {
    return new HttpFormEnd(words, key, words::problem, Map.of());
  }

  /** With a room's own words for problems. */
  public HttpFormEnd saying(UnaryOperator<String> ofProblem) {
    return new HttpFormEnd(words, key, ofProblem, kinds);
  }

  /** With fields of kinds that have words of their own for what is wrong. */
  public HttpFormEnd withKinds(Map<String, String> ofFields) {
    return new HttpFormEnd(words, key, problem, ofFields);
  }

  /**
   * The form is shown again.
   *
   * @param wrong in words, by field; the empty name is for all of it
   * @param key for its next press
   */
  public record Again(HttpStatusCode status, Map<String, String> wrong, String key) {

    public Again {
      wrong = Map.copyOf(wrong);
    }

    /** What is wrong with all of it. */
    public String reason() {
      return wrong.getOrDefault("", "");
    }

    /** For a page with one place for what is wrong: a field's reason, or that of all of it. */
    public String one() {
      return wrong.entrySet().stream()
          .filter(each -> !each.getKey().isEmpty())
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseGet(this::reason);
    }
  }

  /** A key for a form that is shown for the first time. */
  public static String freshKey() {
    return UUID.randomUUID().toString();
  }

  /** A key for the next press of a form that was not done. */
  public static String nextKey(Answer notDone, String key) {
    boolean isDoneBefore =
        notDone instanceof Answer.Refused(_, String type, _) && type.equals(KEY_REUSED);
    return notDone instanceof Answer.Away || isDoneBefore ? key : freshKey();
  }

  public static ResponseEntity<String> leadTo(String page) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
  }

  /**
   * @param done the page after it was done
   * @param again the form as it was typed
   */
  public ResponseEntity<String> after(
      Answer answer,
      Function<Answer.Done, ResponseEntity<String>> done,
      Function<Again, ResponseEntity<String>> again) {
    return switch (answer) {
      case Answer.Done was -> done.apply(was);
      case Answer.Refused refused ->
          again.apply(
              new Again(
                  HttpStatusCode.valueOf(refused.status()), wrong(refused), nextKey(refused, key)));
      case Answer.Away(String what) ->
          again.apply(
              new Again(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  Map.of("", words.say("away.unsure", words.say("away." + what))),
                  key));
    };
  }

  private Map<String, String> wrong(Answer.Refused refused) {
    Map<String, String> wrong = new HashMap<>();
    wrong.put("", problem.apply(refused.type()));
    for (Answer.Wrong error : refused.errors()) {
      String field = field(error.pointer());
      wrong.put(field, words.rule(error.rule(), kinds.getOrDefault(field, "")));
    }
    return wrong;
  }

  /** An item of a list is shown at the list. */
  private static String field(String pointer) {
    return List.of(pointer.split("/", -1)).reversed().stream()
        .filter(part -> !part.matches("[0-9]*"))
        .findFirst()
        .orElse("");
  }
}
