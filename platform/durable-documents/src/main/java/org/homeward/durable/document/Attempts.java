package org.homeward.durable.document;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.store.WriteObserver;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to write a decision on a document as it was read. Each method returns null when
 * another write came first: then the caller reads and decides again.
 */
final class Attempts<S> {

  private final StoredForm<S> form;
  private final GuardedWrite writes;
  private final Repetitions<S> repetitions;
  private final Recent<S> recent;
  private final WriteObserver observer;
  private final List<WriteListener<S>> listeners;
  private final Clock clock;

  Attempts(
      StoredForm<S> form,
      GuardedWrite writes,
      Repetitions<S> repetitions,
      Recent<S> recent,
      WriteObserver observer,
      List<WriteListener<S>> listeners,
      Clock clock) {
    this.form = form;
    this.writes = writes;
    this.repetitions = repetitions;
    this.recent = recent;
    this.observer = observer;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Makes the checks in their order, and changes the document where none of them answers. */
  <R> WriteOutcome.@Nullable OfRequest<S, R> changeChecked(
      @Nullable Guarded<S> read,
      List<Check<S, R>> checks,
      Function<Guarded<S>, Decision<S, R>> useCase) {
    if (read == null) {
      return new WriteOutcome.Absent<>();
    }
    for (Check<S, R> check : checks) {
      WriteOutcome.OfRequest<S, R> answer = answered(read, check);
      if (answer != null) {
        return answer;
      }
    }
    return change(read, Check.command(checks), useCase);
  }

  /** Changes the document; {@code command} is remembered with the write. */
  <R> WriteOutcome.@Nullable OfChanging<S, R> change(
      @Nullable Guarded<S> read,
      @Nullable Command command,
      Function<Guarded<S>, Decision<S, R>> useCase) {
    if (read == null) {
      return new WriteOutcome.Absent<>();
    }
    return switch (useCase.apply(read)) {
      case Decision.Keep(R answer) -> new WriteOutcome.Kept<>(read, answer);
      case Decision.Write(Edit<S> edit, R answer) -> {
        Guarded<S> written = written(read, edit, command);
        yield written == null ? null : new WriteOutcome.Written<>(written, answer);
      }
    };
  }

  private <R> WriteOutcome.@Nullable OfRequest<S, R> answered(Guarded<S> read, Check<S, R> check) {
    return switch (check) {
      case Check.Refusal(var of) ->
          of.apply(read.state()).map(why -> new WriteOutcome.Kept<>(read, why)).orElse(null);
      case Check.Once(Command command) -> repetitions.of(read, command);
      case Check.Seen(long version) ->
          version == read.version() ? null : new WriteOutcome.Stale<>(read);
    };
  }

  /** Applies a version of a source, unless it or a newer one is applied already. */
  <R> WriteOutcome.@Nullable OfReacting<S, R> react(
      String id,
      @Nullable Guarded<S> read,
      SourceVersion source,
      Function<Optional<Guarded<S>>, Decision<S, R>> reaction) {
    if (read != null && read.from() != null && read.from().version() >= source.version()) {
      return new WriteOutcome.Late<>(read);
    }
    return put(id, read, source, null, reaction);
  }

  /** Changes the document, or creates it where there is none. */
  <R> WriteOutcome.@Nullable OfPutting<S, R> put(
      String id,
      @Nullable Guarded<S> read,
      @Nullable SourceVersion source,
      @Nullable Command command,
      Function<Optional<Guarded<S>>, Decision<S, R>> useCase) {
    return switch (useCase.apply(Optional.ofNullable(read))) {
      case Decision.Keep(R answer) ->
          read == null ? new WriteOutcome.NotMade<>(answer) : new WriteOutcome.Kept<>(read, answer);
      case Decision.Write(Edit<S> edit, R answer) -> {
        Edit<S> applied = source == null ? edit : edit.appliedFrom(source);
        Guarded<S> written = insertedOrWritten(id, read, applied, command);
        yield written == null ? null : new WriteOutcome.Written<>(written, answer);
      }
    };
  }

  private @Nullable Guarded<S> insertedOrWritten(
      String id, @Nullable Guarded<S> read, Edit<S> edit, @Nullable Command command) {
    if (read != null) {
      return written(read, edit, command);
    }
    String trace = observer.traceparent();
    Document fresh =
        command == null
            ? form.fresh(id, edit, now(), trace)
            : form.put(id, edit, now(), command, trace);
    return writes.insert(fresh) ? announced(form.made(fresh, edit), edit) : null;
  }

  /** Writes the document as it was read. */
  @Nullable Guarded<S> written(Guarded<S> read, Edit<S> edit, @Nullable Command command) {
    var next = form.next(read, edit, now(), command, observer.traceparent());
    if (!writes.apply(next)) {
      recent.forget(read.id());
      return null;
    }
    return announced(next.result(), edit);
  }

  /** Tells everybody who listens. */
  Guarded<S> announced(Guarded<S> written, Edit<S> edit) {
    recent.left(written);
    listeners.forEach(listener -> listener.written(written));
    observer.accepted(edit.changes());
    return written;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
