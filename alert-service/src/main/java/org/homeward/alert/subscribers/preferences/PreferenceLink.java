package org.homeward.alert.subscribers.preferences;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.homeward.alert.subscribers.subscriptions.ConfirmationDelivery;
import org.homeward.alert.subscribers.subscriptions.ConfirmationDelivery.State;
import org.homeward.alert.subscribers.subscriptions.QuietHour;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has asked for the page of a subscription, which may be here or not: the id is made from
 * the address that was typed, and the address is not in it. The document goes after an hour.
 *
 * @param nonce random; the link of this asking is made from it
 * @param askedAt when that was, or when its mail has its turn if that is later
 * @param expires from then on the link opens nothing; null while its mail was not begun
 * @param delivery of the mail
 * @param openedAt when the link was used; it opens nothing after that
 * @param page random; the key of the opened page is made from it
 * @param codes how many codes were asked for on the page
 */
record PreferenceLink(
    String nonce,
    Instant askedAt,
    @Nullable Instant expires,
    ConfirmationDelivery delivery,
    @Nullable Instant openedAt,
    @Nullable String page,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int codes) {

  /** How long a link can be used, and how long the page that it opened. */
  static final Duration VALID = Duration.ofMinutes(30);

  /** How late a mail may be begun in its turn. */
  private static final Duration TURN_LIFE = Duration.ofMinutes(10);

  /** A page sends no more codes than these: numbers of others are not for trying. */
  private static final int MOST_CODES = 3;

  PreferenceLink {
    requireNonNull(nonce, "nonce");
    requireNonNull(askedAt, "askedAt");
    requireNonNull(delivery, "delivery");
  }

  static PreferenceLink asked(String nonce, Instant now) {
    return new PreferenceLink(nonce, now, null, ConfirmationDelivery.WAITING, null, null, 0);
  }

  /** Until then no other one is made for the same subscription. */
  Instant quietUntil() {
    return askedAt.plus(QuietHour.LENGTH);
  }

  /**
   * Whether its mail is to be begun now for which no turn was given, or one that has passed.
   *
   * @param due when the mail is due
   */
  boolean needsTurn(Instant due, Instant now) {
    boolean inTurn = delivery.isInTurn() && now.isBefore(due.plus(TURN_LIFE));
    return delivery.state() == State.WAITING && expires == null && !inTurn;
  }

  PreferenceLink putOff(Instant turn) {
    return new PreferenceLink(nonce, turn, null, delivery.inTurn(), null, null, 0);
  }

  /** The half hour begins with the first attempt, and an attempt again does not lengthen it. */
  PreferenceLink begun(Instant now) {
    Instant until = expires == null ? now.plus(VALID) : expires;
    return new PreferenceLink(nonce, askedAt, until, delivery.begun(), openedAt, page, codes);
  }

  PreferenceLink with(ConfirmationDelivery now) {
    return new PreferenceLink(nonce, askedAt, expires, now, openedAt, page, codes);
  }

  /** Whether there is still something to mail. */
  boolean isWanted(Instant now) {
    return openedAt == null && (expires == null || now.isBefore(expires));
  }

  boolean opens(Instant now) {
    return openedAt == null && expires != null && now.isBefore(expires);
  }

  PreferenceLink opened(String key, Instant now) {
    return new PreferenceLink(nonce, askedAt, expires, delivery, now, key, 0);
  }

  /** The key of the page while the page can be used; null otherwise. */
  @Nullable String pageAt(Instant now) {
    return openedAt != null && now.isBefore(openedAt.plus(VALID)) ? page : null;
  }

  boolean hasCodes() {
    return codes < MOST_CODES;
  }

  PreferenceLink codeAsked() {
    return new PreferenceLink(nonce, askedAt, expires, delivery, openedAt, page, codes + 1);
  }

  @Override
  public String toString() {
    return "PreferenceLink[" + askedAt + "]";
  }
}
