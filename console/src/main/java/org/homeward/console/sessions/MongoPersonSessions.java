package org.homeward.console.sessions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.console.login.PersonSessions;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Finds the sessions of a person by the name under which the store knows her. */
final class MongoPersonSessions implements PersonSessions {

  /** The field by which sessions are asked for. */
  static final String OWNER = "owner";

  private final GuardedDocuments<StoredSession> documents;
  private final SealedAttributes seals;
  private final OwnerNames owners;
  private final SessionSettings settings;
  private final Clock clock;

  MongoPersonSessions(
      GuardedDocuments<StoredSession> documents,
      byte[] key,
      SessionSettings settings,
      Clock clock) {
    this.documents = documents;
    this.seals = new SealedAttributes(key);
    this.owners = new OwnerNames(key);
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<Instant> lastUses(String person) {
    return live(person)
        .map(session -> session.state().lastSeen())
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  @Override
  public List<Map<String, Object>> endAll(String person) {
    List<Map<String, Object>> ended = new ArrayList<>();
    for (Guarded<StoredSession> session : live(person).toList()) {
      seals.open(session.id(), session.state().sealed()).ifPresent(ended::add);
      documents.change(session.id(), _ -> Decision.write(settings.over(clock.instant()), ""));
    }
    return ended;
  }

  private Stream<Guarded<StoredSession>> live(String person) {
    Instant now = clock.instant();
    return documents
        .each(OWNER, owners.of(person))
        .filter(session -> !session.state().isOver())
        .filter(session -> settings.end(session.state()).isAfter(now));
  }
}
