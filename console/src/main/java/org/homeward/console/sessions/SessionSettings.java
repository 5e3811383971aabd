package org.homeward.console.sessions;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.homeward.durable.document.Edit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.console.sessions.*}.
 *
 * @param address where browsers reach the node; with https the cookie is for TLS only
 * @param idle a session nobody has used for so long is over
 * @param longest a session ends so long after its login, used or not
 * @param lookEvery how late at most sessions that are over leave the store
 */
@ConfigurationProperties("homeward.console.sessions")
record SessionSettings(
    URI address,
    @DefaultValue("30m") Duration idle,
    @DefaultValue("12h") Duration longest,
    @DefaultValue("20s") Duration lookEvery) {

  private static final String BY = "console";

  SessionSettings {
    if (idle.isNegative() || idle.isZero() || longest.compareTo(idle) < 0) {
      throw new IllegalArgumentException(
          "homeward.console.sessions.longest is at least as long as idle, and idle is positive");
    }
  }

  boolean isOverTls() {
    return "https".equals(address.getScheme());
  }

  /** When a session is over that nobody uses any more. */
  Instant end(StoredSession session) {
    return session.endsAt(idle, longest);
  }

  /** The write of a session, with the alarm of its end. */
  Edit<StoredSession> edit(StoredSession session) {
    return Edit.of(session, BY).withDues(StoredSession.goneAt(end(session)));
  }

  /** The write of the end of a session, at once; the alarm deletes what is left. */
  Edit<StoredSession> over(Instant now) {
    return Edit.of(StoredSession.OVER, BY).withDues(StoredSession.goneAt(now));
  }
}
