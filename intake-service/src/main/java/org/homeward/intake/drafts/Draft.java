package org.homeward.intake.drafts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.homeward.schema.facts.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A report that somebody is typing.
 *
 * @param danger whether the child is in danger now; absent: nobody has answered yet
 * @param typed the words as they were typed, by their place in the report
 * @param savedBy opaque id of the person who typed last
 * @param rangAt when it began to ring
 * @param filing a report that is being made of it
 */
record Draft(
    boolean exercise,
    Channel channel,
    @Nullable Danger danger,
    Map<String, String> typed,
    String openedBy,
    Instant openedAt,
    String savedBy,
    Instant savedAt,
    @Nullable Instant rangAt,
    @Nullable Filing filing)
    implements KeptDraft {

  /** Nobody leaves a child in danger in a form. */
  static final Duration RINGS_AFTER = Duration.ofMinutes(15);

  Draft {
    requireNonNull(channel, "channel");
    requireNonNull(openedBy, "openedBy");
    requireNonNull(openedAt, "openedAt");
    requireNonNull(savedBy, "savedBy");
    requireNonNull(savedAt, "savedAt");
    typed = typed == null ? Map.of() : Map.copyOf(typed);
  }

  /** The answer to "danger now?". */
  enum Danger {
    YES,
    NO
  }

  /** What somebody has typed so far. */
  record Words(Channel channel, @Nullable Danger danger, Map<String, String> typed) {

    @Override
    public String toString() {
      return "Words[redacted]";
    }
  }

  static Draft opened(boolean exercise, Words words, String by, Instant now) {
    return new Draft(
        exercise, words.channel(), words.danger(), words.typed(), by, now, by, now, null, null);
  }

  Draft saying(Words words, String by, Instant now) {
    return new Draft(
        exercise,
        words.channel(),
        words.danger(),
        words.typed(),
        openedBy,
        openedAt,
        by,
        now,
        rangAt,
        filing);
  }

  Draft rung(Instant now) {
    return new Draft(
        exercise, channel, danger, typed, openedBy, openedAt, savedBy, savedAt, now, filing);
  }

  Draft filedBy(@Nullable Filing other) {
    return new Draft(
        exercise, channel, danger, typed, openedBy, openedAt, savedBy, savedAt, rangAt, other);
  }

  /** It rings until it is filed or discarded, or until somebody says that there is no danger. */
  boolean isRinging() {
    return rangAt != null && mayRing();
  }

  /** An unanswered question counts as a yes. */
  boolean mayRing() {
    return danger != Danger.NO;
  }

  Instant ringsAt() {
    return openedAt.plus(RINGS_AFTER);
  }

  boolean says(Words words, String by) {
    return savedBy.equals(by)
        && channel == words.channel()
        && danger == words.danger()
        && typed.equals(words.typed());
  }

  @Override
  public String toString() {
    return "Draft[redacted]";
  }
}
