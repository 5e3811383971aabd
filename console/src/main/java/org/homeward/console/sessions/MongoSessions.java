package org.homeward.console.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.login.PersonSessions;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;

/**
 * Sessions in guarded documents. The store knows the hash of a session's id, which nobody can log
 * in with, and its content only sealed. Two requests of one session may change it at once: each
 * change goes on top of what the other has stored.
 */
final class MongoSessions implements SessionRepository<MongoSession> {

  private static final int ID_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Every use would be a write; a minute is exact enough to end what nobody uses. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final GuardedDocuments<StoredSession> documents;
  private final SealedAttributes seals;
  private final OwnerNames owners;
  private final SessionSettings settings;
  private final Clock clock;

  MongoSessions(
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

  static String freshId() {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  /** The name of the document of a session. */
  static String hash(String id) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public MongoSession createSession() {
    Instant now = clock.instant();
    return new MongoSession(freshId(), false, Map.of(), now, now, settings.idle());
  }

  @Override
  public void save(MongoSession session) {
    String before = session.storedAs();
    if (before == null) {
      insert(session);
    } else if (!before.equals(session.getId())) {
      insert(session);
      deleteById(before);
    } else if (session.isChanged()) {
      change(session);
    } else if (!HttpPolls.isOne()) {
      touch(session);
    }
    session.stored();
  }

  private void insert(MongoSession session) {
    String name = hash(session.getId());
    String sealed = seals.seal(name, session.attributes());
    var fresh =
        new StoredSession(
            sealed,
            session.getCreationTime(),
            session.getLastAccessedTime(),
            owner(session.attributes()),
            null);
    documents.put(name, _ -> Decision.write(settings.edit(fresh), ""));
  }

  private void change(MongoSession session) {
    String name = hash(session.getId());
    documents.change(
        name,
        read -> {
          if (read.state().isOver()) {
            return Decision.keep(""); // signed out meanwhile, and it stays so
          }
          var merged = session.over(seals.open(name, read.state().sealed()).orElse(Map.of()));
          String sealed = seals.seal(name, merged);
          Instant seen = session.getLastAccessedTime();
          return Decision.write(settings.edit(read.state().with(sealed, seen, owner(merged))), "");
        });
  }

  private @Nullable String owner(Map<String, Object> attributes) {
    return attributes.get(PersonSessions.PERSON) instanceof String person
        ? owners.of(person)
        : null;
  }

  /** A note makes no history, and one that another request overtakes is not missed. */
  private void touch(MongoSession session) {
    documents
        .find(hash(session.getId()))
        .filter(read -> !read.state().isOver())
        .filter(
            read ->
                read.state().lastSeen().plus(NOTED_EVERY).isBefore(session.getLastAccessedTime()))
        .ifPresent(
            read -> {
              var seen = read.state().seenAt(session.getLastAccessedTime());
              documents.note(read, seen, StoredSession.goneAt(settings.end(seen)));
            });
  }

  @Override
  public @Nullable MongoSession findById(String id) {
    String name = hash(id);
    Optional<Guarded<StoredSession>> found = documents.find(name);
    return found
        .map(Guarded::state)
        .filter(state -> !state.isOver() && settings.end(state).isAfter(clock.instant()))
        .flatMap(
            state ->
                seals
                    .open(name, state.sealed())
                    .map(
                        attributes ->
                            new MongoSession(
                                id,
                                true,
                                attributes,
                                state.createdAt(),
                                state.lastSeen(),
                                settings.idle())))
        .orElse(null);
  }

  /** Over at once; the alarm deletes what is left. */
  @Override
  public void deleteById(String id) {
    documents.change(hash(id), _ -> Decision.write(settings.over(clock.instant()), ""));
  }
}
