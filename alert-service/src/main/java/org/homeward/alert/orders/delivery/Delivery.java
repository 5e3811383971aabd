package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.alert.subscribers.destinations.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The delivery state of one destination. It speaks of one mail: an edition of the alert, or its
 * end.
 *
 * @param edition the newest that was tried
 * @param end whether the mail is the end
 * @param state what became of it
 * @param attempted the destination may have received some edition
 * @param unknowns how often it was sent and nobody knows whether it arrived
 * @param refusals how often it was certainly not taken
 * @param next when it is tried again; null when it is not
 * @param reason a code
 * @param provider that took it, or may have
 * @param language in which it was written
 * @param twice one of the mails before this one was repeated
 * @param channel on which it was last tried; null for mail
 * @param ways the providers that may have some of it, on a channel with several
 * @param took how long it took; null while nothing was taken
 */
public record Delivery(
    int edition,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean end,
    State state,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean attempted,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int unknowns,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int refusals,
    @Nullable Instant next,
    @Nullable String reason,
    @Nullable String provider,
    String language,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean twice,
    @Nullable Channel channel,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Way> ways,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Took took) {

  /** The outcome of a message. */
  public enum State {
    /** Stored before it is sent; found later it means that nobody knows. */
    INTENDED,
    ACCEPTED,
    /** Certainly not taken, it is tried again. */
    LATER,
    /** Not taken, and it is not tried again. */
    NEVER,
    /** It may have arrived; this counts as received. */
    UNKNOWN
  }

  /**
   * How long a destination waited for what it has certainly got, in milliseconds.
   *
   * @param reached from the approval of the edition that it had first; null while it has none
   * @param ended from the end of the alert until its end was taken; null while it was not
   * @param at when it was reached, of an organisation, which is to answer; null for a mailbox
   */
  public record Took(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long reached,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long ended,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant at) {

    static final Took NOTHING = new Took(null, null, null);
  }

  /** The reason of one that was refused too often. */
  static final String GAVE_UP = "gave-up";

  /** The reason for a reader whose quiet time ends after the alert does. */
  static final String QUIET = "quiet";

  /** The reason for a destination whose owner has left. */
  static final String LEFT = "left";

  public Delivery {
    requireNonNull(state, "state");
    requireNonNull(language, "language");
    ways = ways == null ? List.of() : List.copyOf(ways);
  }

  /** Its owner had left when it was to be told. */
  public boolean lacksOwner() {
    return state == State.NEVER && LEFT.equals(reason);
  }

  /** The destination may have what this speaks of, or something before it. */
  public boolean mayHaveAny() {
    return attempted || mayHaveThis();
  }

  private boolean mayHaveThis() {
    return !end
        && switch (state) {
          case INTENDED, ACCEPTED, UNKNOWN -> true;
          case LATER, NEVER -> false;
        };
  }

  /** Its reader may have a mail twice: the same one again after an unknown outcome. */
  boolean isRepeated() {
    return twice || unknowns > 0 && state != State.UNKNOWN || unknowns > 1;
  }

  static Delivery first(int edition, String language) {
    return new Delivery(
        edition,
        false,
        State.INTENDED,
        false,
        0,
        0,
        null,
        null,
        null,
        language,
        false,
        null,
        List.of(),
        null);
  }

  Delivery intended(int asEdition, String inLanguage) {
    return new Delivery(
        asEdition,
        false,
        State.INTENDED,
        mayHaveAny(),
        0,
        0,
        null,
        null,
        null,
        inLanguage,
        isRepeated(),
        channel,
        ways.stream().map(Way::before).toList(),
        took);
  }

  Delivery intendedEnd() {
    return new Delivery(
        edition,
        true,
        State.INTENDED,
        true,
        0,
        0,
        null,
        null,
        null,
        language,
        isRepeated(),
        channel,
        ways.stream().map(Way::owed).toList(),
        took);
  }

  /** Its reader has not got the end, or nobody knows. */
  boolean isEndMissed() {
    return end && (state == State.NEVER || state == State.UNKNOWN);
  }

  /**
   * A message that the system of an organisation refused for good or too often. An owner who has
   * left wants nothing more; mailboxes are listed with their alert.
   */
  boolean isDead() {
    return way() == Channel.WEBHOOK && state == State.NEVER && !LEFT.equals(reason);
  }

  /** Refused for good; whoever only gave up, or was asleep, may take the next edition. */
  boolean isNeverAgain() {
    return state == State.NEVER && !GAVE_UP.equals(reason) && !QUIET.equals(reason);
  }

  /** The same mail once more. */
  Delivery again() {
    return new Delivery(
        edition,
        end,
        State.INTENDED,
        attempted,
        unknowns,
        refusals,
        null,
        null,
        provider,
        language,
        twice,
        channel,
        ways,
        took);
  }

  /** The same on this channel. */
  Delivery by(Channel way) {
    return new Delivery(
        edition,
        end,
        state,
        attempted,
        unknowns,
        refusals,
        next,
        reason,
        provider,
        language,
        twice,
        way == Channel.MAIL ? null : way,
        ways,
        took);
  }

  /** The same with what is known of its providers now. */
  Delivery with(List<Way> known) {
    return new Delivery(
        edition, end, state, attempted, unknowns, refusals, next, reason, provider, language, twice,
        channel, known, took);
  }

  /**
   * It was taken. What was there first counts; a message that was taken back was not there.
   *
   * @param wanted when somebody wanted it to go
   */
  Delivery taken(Instant wanted, Instant at) {
    Took before = took == null ? Took.NOTHING : took;
    long passed = Math.max(0, Duration.between(wanted, at).toMillis());
    if (end) {
      return with(new Took(before.reached(), passed, before.at()));
    }
    return before.reached() == null
        ? with(new Took(passed, null, way() == Channel.MAIL ? null : at))
        : this;
  }

  /** When an organisation was reached, as far as it certainly was. */
  public Optional<Instant> reachedAt() {
    return took == null ? Optional.empty() : Optional.ofNullable(took.at());
  }

  /** For what it has certainly got. */
  Duration waited() {
    Long millis = took == null ? null : end ? took.ended() : took.reached();
    return Duration.ofMillis(millis == null ? 0 : millis);
  }

  /** It certainly has not arrived. */
  Delivery takenBack() {
    return with((Took) null);
  }

  private Delivery with(@Nullable Took now) {
    return new Delivery(
        edition, end, state, attempted, unknowns, refusals, next, reason, provider, language, twice,
        channel, ways, now);
  }

  /** Nobody knows which provider has it; the providers that the end goes through are known. */
  private Delivery byAny() {
    return way() != Channel.SMS || end ? this : with(Way.added(ways, Way.ANY));
  }

  /** Some provider may still hold some of it. */
  boolean isHeld() {
    return !end && ways.stream().anyMatch(Way::isHeld);
  }

  /** Until when no provider is asked again for what it may still hold. */
  Optional<Instant> askedUntil() {
    return ways.stream().flatMap(way -> Stream.ofNullable(way.asked())).max(Instant::compareTo);
  }

  public Channel way() {
    return channel == null ? Channel.MAIL : channel;
  }

  /** Refused for good or too often; it is tried again from now on, because a person wants it. */
  Delivery replayed(Instant now) {
    return new Delivery(
        edition,
        end,
        State.LATER,
        attempted,
        unknowns,
        0,
        now,
        "replayed",
        provider,
        language,
        twice,
        channel,
        ways,
        took);
  }

  /** The process that recorded this intent died, and nobody knows whether it had sent. */
  Delivery lost() {
    return byAny().became(State.UNKNOWN, null, "sender-lost", provider);
  }

  /** Not taken so far, as these data say; it may have been since, for they are an earlier copy. */
  boolean mayHaveGoneOut() {
    return !end && !mayHaveAny() && state != State.NEVER;
  }

  /** It may have been sent since this copy of the data was made; then its reader gets it twice. */
  Delivery forgotten(Instant again) {
    Delivery unknown = byAny().became(State.UNKNOWN, again, "restored", provider);
    return new Delivery(
        unknown.edition,
        unknown.end,
        unknown.state,
        unknown.attempted,
        unknown.unknowns,
        unknown.refusals,
        unknown.next,
        unknown.reason,
        unknown.provider,
        unknown.language,
        true,
        channel,
        unknown.ways,
        unknown.took);
  }

  Delivery waiting(Instant until) {
    return new Delivery(
        edition, end, state, attempted, unknowns, refusals, until, reason, provider, language,
        twice, channel, ways, took);
  }

  /**
   * Not delivered, and not tried again; after an unknown outcome nobody can say so. An end that one
   * of several providers has taken is delivered.
   */
  Delivery unreached(String why) {
    return ways.stream()
        .filter(way -> end && way.hasEnd())
        .findFirst()
        .map(way -> became(State.ACCEPTED, null, null, way.provider()))
        .orElseGet(() -> became(unknowns > 0 ? State.UNKNOWN : State.NEVER, null, why, provider));
  }

  Delivery became(State what, @Nullable Instant again, @Nullable String why, @Nullable String by) {
    int times = what == State.UNKNOWN ? unknowns + 1 : unknowns;
    boolean has = attempted || (!end && (what == State.UNKNOWN || what == State.ACCEPTED));
    int refused = what == State.LATER ? refusals + 1 : refusals;
    return new Delivery(
        edition, end, what, has, times, refused, again, why, by, language, twice, channel, ways,
        took);
  }
}
