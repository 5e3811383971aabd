package org.homeward.durable.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeward.durable.command.AppliedCommand;
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
 * @param stored how it stands in the store, for the write that replaces it
 */
public record Guarded<S>(
    String id,
    long version,
    S state,
    @Nullable SourceVersion from,
    List<PendingChange> pending,
    Map<String, Instant> dues,
    List<AppliedCommand> commands,
    @Nullable String trace,
    Stored stored) {

  /** A document outside the store, for code that only reads, such as the rendering of events. */
  public static <S> Guarded<S> unstored(
      String id,
      long version,
      S state,
      @Nullable SourceVersion from,
      List<PendingChange> pending,
      Map<String, Instant> dues) {
    return new Guarded<>(id, version, state, from, pending, dues, List.of(), null, Stored.NOWHERE);
  }

  /** The same state with only those pending changes that came after a version. */
  public Guarded<S> pendingAfter(long published) {
    List<PendingChange> left = pending.stream().filter(change -> change.n() > published).toList();
    return new Guarded<>(id, version, state, from, left, dues, commands, trace, stored);
  }

  /** The same state without pending changes. */
  public Guarded<S> withoutPending() {
    return pendingAfter(Long.MAX_VALUE);
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
