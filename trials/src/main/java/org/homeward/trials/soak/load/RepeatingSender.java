package org.homeward.trials.soak.load;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.node.Poll;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Kind;
import org.jspecify.annotations.Nullable;

/** Repeats a request until its outcome is known, and sometimes once more. */
final class RepeatingSender {
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final History history;
  private final String node;
  private final String subject;

  /**
   * @param subject the plate of the report
   */
  RepeatingSender(History history, String node, String subject) {
    this.history = history;
    this.node = node;
    this.subject = subject;
  }

  /** There was no outcome in all this time. */
  static final class NoOutcome extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoOutcome(Kind kind, Duration patience) {
      super(kind + " had no outcome within " + patience.toSeconds() + " s");
    }
  }

  /**
   * A request, with its person, the place of the new id in its answer, and the refusals that only
   * mean "too early".
   */
  record Repeatable(
      Kind kind,
      String by,
      Function<String, Answer> request,
      Function<Answer, String> gave,
      Predicate<Answer> notYet) {

    Repeatable(Kind kind, String by, Function<String, Answer> request) {
      this(kind, by, request, _ -> "", _ -> false);
    }

    Repeatable giving(Function<Answer, String> found) {
      return new Repeatable(kind, by, request, found, notYet);
    }

    Repeatable unless(Predicate<Answer> tooEarly) {
      return new Repeatable(kind, by, request, gave, tooEarly);
    }
  }

  /**
   * Returns the first answer that is final.
   *
   * @param twice repeats it once when it succeeded
   */
  Answer send(Repeatable wish, boolean twice) {
    String key = HotlineClient.newKey();
    Instant asked = history.now();
    AtomicReference<@Nullable Answer> known = new AtomicReference<>();
    Poll.until(
        history.patience(),
        PAUSE,
        () -> {
          Answer answer = attempt(wish, key);
          boolean early = answer != null && wish.notYet().test(answer);
          known.set(early && !history.isLongSinceRestored(asked) ? null : answer);
          return known.get() != null;
        });
    Answer answer = known.get();
    if (answer == null) {
      throw new NoOutcome(wish.kind(), history.patience());
    }
    if (twice && answer.isSuccess()) {
      attempt(wish, key);
    }
    return answer;
  }

  Answer send(Repeatable wish) {
    return send(wish, false);
  }

  /** Null when the outcome is unknown. */
  private @Nullable Answer attempt(Repeatable wish, String key) {
    try {
      var asked = new History.Asked(node, wish.kind(), subject, wish.by(), key);
      Answer answer = history.record(asked, () -> wish.request().apply(key), wish.gave());
      return answer.status() >= 500 ? null : answer;
    } catch (UncheckedIOException unknown) {
      return null;
    }
  }
}
