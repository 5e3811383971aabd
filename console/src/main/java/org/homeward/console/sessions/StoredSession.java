package org.homeward.console.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.homeward.durable.document.KeptHistory;

/**
 * The stored form of a session, under the hash of its id.
 *
 * @param sealed what pages remember of it, tokens included, encrypted; empty once it is over
 * @param lastSeen when it was used last, to the minute
 */
record StoredSession(String sealed, Instant createdAt, Instant lastSeen) {

  static final StoredSession OVER = new StoredSession("", Instant.EPOCH, Instant.EPOCH);

  boolean isOver() {
    return sealed.isEmpty();
  }

  StoredSession seenAt(Instant now) {
    return new StoredSession(sealed, createdAt, now);
  }

  StoredSession with(String other, Instant now) {
    return new StoredSession(other, createdAt, now);
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
