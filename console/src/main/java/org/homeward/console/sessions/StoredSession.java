package org.homeward.console.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.homeward.durable.document.KeptHistory;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a session, under the hash of its id.
 *
 * @param sealed what pages remember of it, tokens included, encrypted; empty once it is over
 * @param lastSeen when it was used last, to the minute
 * @param owner whose it is, by {@link OwnerNames}; null before the login and once it is over
 * @param renewing until when somebody has the right to renew its login; null when nobody has
 */
record StoredSession(
    String sealed,
    Instant createdAt,
    Instant lastSeen,
    @Nullable String owner,
    @Nullable Instant renewing) {

  static final StoredSession OVER = new StoredSession("", Instant.EPOCH, Instant.EPOCH, null, null);

  boolean isOver() {
    return sealed.isEmpty();
  }

  StoredSession seenAt(Instant now) {
    return new StoredSession(sealed, createdAt, now, owner, renewing);
  }

  StoredSession with(String other, Instant now, @Nullable String whose) {
    return new StoredSession(other, createdAt, now, whose, renewing);
  }

  StoredSession renewingUntil(@Nullable Instant until) {
    return new StoredSession(sealed, createdAt, lastSeen, owner, until);
  }

  boolean isRenewedAt(Instant now) {
    return renewing != null && renewing.isAfter(now);
  }

  Instant endsAt(Duration idle, Duration longest) {
    Instant unused = lastSeen.plus(idle);
    Instant last = createdAt.plus(longest);
    return unused.isBefore(last) ? unused : last;
  }

  /** Its alarm: the store deletes the document then. */
  static Map<String, Instant> goneAt(Instant end) {
    return Map.of(KeptHistory.GONE_DUE, end);
  }

  @Override
  public String toString() {
    return "StoredSession[redacted]";
  }
}
