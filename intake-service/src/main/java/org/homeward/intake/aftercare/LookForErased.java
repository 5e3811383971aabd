package org.homeward.intake.aftercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.rulings.ErasedBeside;

/**
 * Erases what is kept beside a case that was erased where nobody knew this room: by an instance of
 * an older release, while both run.
 */
final class LookForErased implements AlarmHandler {

  static final String LOOK_DUE = "look";

  static final Duration EVERY = Duration.ofDays(1);

  private final GuardedDocuments<KeptAftercare> documents;
  private final Predicate<String> isErased;
  private final ErasedBeside room;
  private final Clock clock;

  LookForErased(
      GuardedDocuments<KeptAftercare> documents,
      Predicate<String> isErased,
      ErasedBeside room,
      Clock clock) {
    this.documents = documents;
    this.isErased = isErased;
    this.room = room;
    this.clock = clock;
  }

  @Override
  public void due(String id) {
    documents
        .find(id)
        .filter(read -> read.dueAt(clock.instant()).contains(LOOK_DUE))
        .ifPresent(this::look);
  }

  private void look(Guarded<KeptAftercare> read) {
    if (isErased.test(read.id())) {
      room.caseErased(read.id()); // upholds 7
      return;
    }
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.put(LOOK_DUE, clock.instant().plus(EVERY)); // upholds 1
    documents.note(read, read.state(), dues);
  }
}
