package org.homeward.intake.drafts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.homeward.schema.facts.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A report that somebody is typing.
 *
 * @param channel absent until somebody has said it
 * @param danger whether the child is in danger now; absent: nobody has answered yet
 * @param typed the words as they were typed, by their place in the report
 * @param notTo the people who must not learn of it
 * @param savedBy opaque id of the person who typed last
 * @param savedOver the version that the last save was made on; absent until the first one
 * @param rangAt when it began to ring
 * @param filing a report that is being made of it
 */
record Draft(
    boolean exercise,
    @Nullable Channel channel,
    @Nullable Danger danger,
    Map<String, String> typed,
    Set<String> notTo,
    String openedBy,
    Instant openedAt,
    String savedBy,
    Instant savedAt,
    @Nullable Long savedOver,
    @Nullable Instant rangAt,
    @Nullable Filing filing)
    implements KeptDraft {

  /** Nobody leaves a child in danger in a form. */
  static final Duration RINGS_AFTER = Duration.ofMinutes(15);

  private static final Pattern NAME = Pattern.compile("/newChildren/0/names/0(/full)?");
  private static final int NAME_LENGTH = 60;

  Draft {
    requireNonNull(openedBy, "openedBy");
    requireNonNull(openedAt, "openedAt");
    requireNonNull(savedBy, "savedBy");
    requireNonNull(savedAt, "savedAt");
    typed = typed == null ? Map.of() : Map.copyOf(typed);
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
  }

  /** The answer to "danger now?". */
  enum Danger {
    YES,
    NO,
    UNKNOWN
  }

  /** The words that somebody has typed so far. */
  record Words(
      @Nullable Channel channel,
      @Nullable Danger danger,
      Map<String, String> typed,
      Set<String> notTo) {

    @Override
    public String toString() {
      return "Words[redacted]";
    }
  }

  static Draft opened(boolean exercise, Words words, String by, Instant now) {
    return new Draft(
        exercise,
        words.channel(),
        words.danger(),
        words.typed(),
        words.notTo(),
        by,
        now,
        by,
        now,
        null,
        null,
        null);
  }

  /**
   * The words replace what was typed; the people from whom it is kept only become more.
   *
   * @param over the version that is saved over
   */
  Draft saying(Words words, String by, long over, Instant now) {
    Set<String> all = new TreeSet<>(notTo);
    all.addAll(words.notTo());
    return new Draft(
        exercise,
        words.channel(),
        words.danger(),
        words.typed(),
        all,
        openedBy,
        openedAt,
        by,
        now,
        over,
        rangAt,
        filing);
  }

  Draft rung(Instant now) {
    return with(now, filing);
  }

  Draft filedBy(@Nullable Filing other) {
    return with(rangAt, other);
  }

  private Draft with(@Nullable Instant nowRangAt, @Nullable Filing nowFiling) {
    return new Draft(
        exercise, channel, danger, typed, notTo, openedBy, openedAt, savedBy, savedAt, savedOver,
        nowRangAt, nowFiling);
  }

  /** Somebody has saved it after the caller read it; that it rang meanwhile does not count. */
  boolean isSavedSince(OptionalLong seen) {
    return seen.isPresent() && savedOver != null && seen.getAsLong() <= savedOver;
  }

  /** It rings until it is filed or discarded, or until somebody says that there is no danger. */
  boolean isRinging() {
    return rangAt != null && mayRing();
  }

  /** A question that is unanswered, or that nobody can answer, counts as a yes. */
  boolean mayRing() {
    return danger != Danger.NO;
  }

  Instant ringsAt() {
    return openedAt.plus(RINGS_AFTER);
  }

  /** What stands where the first child's name is typed, cut; empty while nothing does. */
  Optional<String> childName() {
    return typed.entrySet().stream()
        .filter(each -> NAME.matcher(each.getKey()).matches())
        .min(Map.Entry.comparingByKey())
        .map(each -> each.getValue().strip())
        .filter(name -> !name.isEmpty())
        .map(Draft::cut);
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= NAME_LENGTH
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME_LENGTH));
  }

  boolean says(Words words, String by) {
    return savedBy.equals(by)
        && channel == words.channel()
        && danger == words.danger()
        && typed.equals(words.typed())
        && notTo.containsAll(words.notTo());
  }

  @Override
  public String toString() {
    return "Draft[redacted]";
  }
}
