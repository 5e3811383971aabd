package org.homeward.bridge.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Requests that are no message of a partner. All are counted, and at most one of a kind in a minute
 * is recorded, so that nobody can fill the audit chain.
 */
final class Knocks {

  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final MessageAudit audit;
  private final Consumer<String> count;
  private final Clock clock;
  private final Map<String, Instant> recorded = new HashMap<>();

  /**
   * @param count of all, by the word of the refusal
   */
  Knocks(MessageAudit audit, Consumer<String> count, Clock clock) {
    this.audit = audit;
    this.count = count;
    this.clock = clock;
  }

  /**
   * @param word of the refusal, one of few
   */
  void came(String word) {
    count.accept(word);
    if (isFirstInAMinute(word)) {
      audit.came("UNANSWERED", null, null, null, word); // upholds 10
    }
  }

  private synchronized boolean isFirstInAMinute(String word) {
    Instant now = clock.instant();
    Instant last = recorded.get(word);
    if (last != null && now.isBefore(last.plus(BETWEEN))) {
      return false;
    }
    recorded.put(word, now);
    return true;
  }
}
