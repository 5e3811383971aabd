package org.homeward.durable.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document as read: the state with what guards it.
 *
 * @param version counts all writes; a write is made against exactly this one
 * @param from the source of a reaction's document, or null
 * @param pending changes that are not published yet, oldest first
 * @param dues what must be looked at when, by name
 * @param commands the last commands that wrote this document
 * @param trace the traceparent of the newest change, or null
 */
public record Guarded<S>(
    String id,
    long version,
    S state,
    @Nullable From from,
    List<PendingChange> pending,
    Map<String, Instant> dues,
    List<AppliedCommand> commands,
    History history,
    @Nullable String trace) {

  /** One whose newest change belongs to no trace. */
  public Guarded(
      String id,
      long version,
      S state,
      @Nullable From from,
      List<PendingChange> pending,
      Map<String, Instant> dues,
      List<AppliedCommand> commands,
      History history) {
    this(id, version, state, from, pending, dues, commands, history, null);
  }

  /** How much history stands in the document itself; older entries live in a collection. */
  public record History(int entries, long bytes) {}

  /** The same state as one that nobody needs to hear of again. */
  public Guarded<S> withoutPending() {
    return new Guarded<>(id, version, state, from, List.of(), dues, commands, history);
  }

  /** The names of the dues whose time has come. */
  public List<String> dueAt(Instant now) {
    return dues.entrySet().stream()
        .filter(due -> !due.getValue().isAfter(now))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
