package org.homeward.console.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.homeward.console.login.Renewals;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Notes in the session's document who renews its login now. */
final class MongoRenewals implements Renewals {

  /** Longer than the issuer is waited for. */
  static final Duration LONGEST = Duration.ofSeconds(20);

  private final GuardedDocuments<StoredSession> documents;
  private final SessionSettings settings;
  private final Clock clock;

  MongoRenewals(GuardedDocuments<StoredSession> documents, SessionSettings settings, Clock clock) {
    this.documents = documents;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean begin(String session) {
    Instant now = clock.instant();
    WriteOutcome.OfChanging<StoredSession, String> outcome =
        documents.change(
            MongoSessions.hash(session),
            read ->
                read.state().isOver() || read.state().isRenewedAt(now)
                    ? Decision.keep("")
                    : Decision.write(
                        settings.edit(read.state().renewingUntil(now.plus(LONGEST))), ""));
    return outcome instanceof WriteOutcome.Written<StoredSession, String>;
  }

  @Override
  public void end(String session) {
    documents.change(
        MongoSessions.hash(session),
        read ->
            read.state().isOver()
                ? Decision.keep("")
                : Decision.write(settings.edit(read.state().renewingUntil(null)), ""));
  }
}
