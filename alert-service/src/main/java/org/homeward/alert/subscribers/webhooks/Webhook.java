package org.homeward.alert.subscribers.webhooks;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.alert.registers.Confirmation;
import org.homeward.alert.registers.Entry;
import org.homeward.alert.registers.Standing;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's own system that is told of alerts once a second person has confirmed it and it
 * has proved that it is meant to be.
 *
 * @param name of the organisation
 * @param url where messages go; another address is another webhook
 * @param country ISO 3166-1 alpha-2
 * @param regions ISO 3166-2; empty for the whole country
 * @param language as {@code sr}
 * @param audience whose alerts it gets
 * @param exercise gets exercises and nothing else
 * @param keys that sign its messages, the newest first: one, or two while one takes the place of
 *     the other
 * @param registeredBy the administrator
 * @param confirmed by another person
 * @param proof how far the proof has come
 * @param ended null while it is not revoked and its system is there
 * @param paused null while nobody holds back what is new to it
 */
public record Webhook(
    String name,
    URI url,
    String country,
    List<String> regions,
    String language,
    Audience audience,
    boolean exercise,
    List<SigningKey> keys,
    String registeredBy,
    Instant registeredAt,
    @Nullable Confirmation confirmed,
    Proof proof,
    @Nullable Ended ended,
    @Nullable Paused paused)
    implements Entry {

  static final String REGISTERED = "webhook.registered.v1";
  static final String CONFIRMED = "webhook.confirmed.v1";
  static final String LIVE = "webhook.live.v1";
  public static final String ENDED = "webhook.ended.v1";

  /** How long the older of two keys still signs: long enough to teach a system the newer one. */
  static final Duration OVERLAP = Duration.ofDays(7);

  public Webhook {
    requireNonNull(name, "name");
    requireNonNull(url, "url");
    requireNonNull(country, "country");
    requireNonNull(language, "language");
    requireNonNull(audience, "audience");
    requireNonNull(registeredBy, "registeredBy");
    requireNonNull(registeredAt, "registeredAt");
    requireNonNull(proof, "proof");
    regions = regions == null ? List.of() : List.copyOf(regions);
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("without a key no message could be signed");
    }
  }

  /**
   * Whether its system has shown that it wants what it is sent.
   *
   * @param tries that were made without success
   * @param reason a code: why the last one failed
   * @param at when it succeeded; null while it has not
   */
  public record Proof(int tries, @Nullable String reason, @Nullable Instant at) {

    static final Proof NONE = new Proof(0, null, null);

    Proof failed(String why) {
      return new Proof(tries + 1, why, null);
    }
  }

  /**
   * A person holds back what is new to it until somebody resumes it; ends go there all the same.
   */
  public record Paused(String by, Instant at) {

    public Paused {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /** Nothing new goes there; it still gets the ends of what it was sent, if it is not gone. */
  public record Ended(Why why, Instant at) {

    public Ended {
      requireNonNull(why, "why");
      requireNonNull(at, "at");
    }

    /** The reason. */
    public enum Why {
      /** By a person. */
      REVOKED,
      /** Its system said so, with 410. */
      GONE
    }
  }

  /** How it stands, in words for people. */
  enum State {
    UNCONFIRMED,
    /** Confirmed; its system has not repeated the challenge yet. */
    UNPROVEN,
    LIVE,
    REVOKED,
    GONE
  }

  State state() {
    if (ended != null) {
      return switch (ended.why()) {
        case REVOKED -> State.REVOKED;
        case GONE -> State.GONE;
      };
    }
    if (confirmed == null) return State.UNCONFIRMED; // upholds 3
    return proof.at() == null ? State.UNPROVEN : State.LIVE;
  }

  @Override
  public Standing standing(Instant now) {
    return switch (state()) {
      case UNCONFIRMED -> Standing.UNCONFIRMED;
      case UNPROVEN, LIVE -> Standing.VALID;
      case REVOKED, GONE -> Standing.REVOKED;
    };
  }

  @Override
  public boolean isOwnOf(String person) {
    return person.equals(registeredBy);
  }

  /** The keys that sign now. */
  List<SigningKey> signing(Instant now) {
    return keys.stream().filter(key -> key.signs(now)).toList();
  }

  /** The newest key signs beside this one for a while; an older one no longer does. */
  Webhook rotated(SigningKey fresh, Instant now) {
    return with(
        Stream.of(fresh, keys.getFirst().until(now.plus(OVERLAP))).toList(),
        confirmed,
        proof,
        ended,
        paused);
  }

  Webhook confirmed(String by, Instant at) {
    return with(keys, new Confirmation(by, at), proof, ended, paused);
  }

  Webhook with(Proof now) {
    return with(keys, confirmed, now, ended, paused);
  }

  Webhook ended(Ended now) {
    return with(keys, confirmed, proof, now, paused);
  }

  /** Null resumes it. */
  Webhook paused(@Nullable Paused now) {
    return with(keys, confirmed, proof, ended, now);
  }

  private Webhook with(
      List<SigningKey> keys,
      @Nullable Confirmation confirmed,
      Proof proof,
      @Nullable Ended ended,
      @Nullable Paused paused) {
    return new Webhook(
        name,
        url,
        country,
        regions,
        language,
        audience,
        exercise,
        keys,
        registeredBy,
        registeredAt,
        confirmed,
        proof,
        ended,
        paused);
  }

  @Override
  public String toString() {
    return "Webhook[" + name + "]";
  }
}
