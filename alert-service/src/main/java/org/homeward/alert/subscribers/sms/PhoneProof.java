package org.homeward.alert.subscribers.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody with the phone has shown the code that it was sent.
 *
 * @param sentAt when codes were sent, the newest last
 * @param seal of the newest code; null when none is valid
 * @param wrong how many codes were shown that were not it
 * @param reason a code: why the newest could not be sent
 * @param at when it succeeded; null while it has not
 */
public record PhoneProof(
    List<Instant> sentAt,
    @Nullable String seal,
    int wrong,
    @Nullable String reason,
    @Nullable Instant at) {

  public static final PhoneProof NONE = new PhoneProof(List.of(), null, 0, null, null);

  /** How long a code can be shown. */
  static final Duration VALID = Duration.ofMinutes(30);

  /** After so many wrong ones the code is void. */
  static final int MOST_WRONG = 5;

  private static final int KEPT = 10;

  public PhoneProof {
    sentAt = sentAt == null ? List.of() : List.copyOf(sentAt);
  }

  /** A new code is on its way; the one before is void. */
  PhoneProof sent(String newSeal, Instant now) {
    List<Instant> all = Stream.concat(sentAt.stream(), Stream.of(now)).toList();
    return new PhoneProof(
        all.subList(Math.max(0, all.size() - KEPT), all.size()), newSeal, 0, null, null);
  }

  PhoneProof failed(String why) {
    return new PhoneProof(sentAt, seal, wrong, why, null);
  }

  boolean isOpen(Instant now) {
    return seal != null
        && wrong < MOST_WRONG
        && !sentAt.isEmpty()
        && now.isBefore(sentAt.getLast().plus(VALID));
  }

  PhoneProof missed() {
    return new PhoneProof(sentAt, seal, wrong + 1, reason, null);
  }

  PhoneProof shown(Instant now) {
    return new PhoneProof(sentAt, null, 0, null, now);
  }
}
