package org.homeward.durable.document;

import java.util.Optional;
import org.bson.Document;
import org.homeward.durable.command.AppliedCommand;
import org.homeward.durable.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a command that came before. Its outcome is confirmed by a majority again, because the
 * first answer may have been lost before that.
 */
final class Repetitions<S> {

  private final StoredForm<S> form;
  private final GuardedWrite writes;
  private final DocumentReads<S> reads;

  Repetitions(StoredForm<S> form, GuardedWrite writes, DocumentReads<S> reads) {
    this.form = form;
    this.writes = writes;
    this.reads = reads;
  }

  /** Of a command that makes a document; empty when it has made nothing. */
  <R> Optional<WriteOutcome.OfRepetition<S, R>> ofCreation(Command command) {
    Document earlier = reads.createdBy(command);
    if (earlier == null) {
      return Optional.empty();
    }
    String hash = earlier.getString("createdHash");
    boolean isForgotten = hash == null; // a tombstone does not keep what it was made from
    if (!isForgotten && !hash.equals(command.hash())) {
      return Optional.of(new WriteOutcome.KeyReused<>());
    }
    writes.confirm(earlier.getString("_id"));
    Guarded<S> now = form.read(earlier);
    return Optional.of(new WriteOutcome.Repeated<>(now, now.version()));
  }

  /** Of a command that changes this document; null when it has not. */
  <R> WriteOutcome.@Nullable OfRepetition<S, R> of(Guarded<S> read, Command command) {
    for (AppliedCommand applied : read.commands()) {
      if (applied.id().equals(command.id())) {
        if (!applied.hash().equals(command.hash())) {
          return new WriteOutcome.KeyReused<>();
        }
        writes.confirm(read.id());
        return new WriteOutcome.Repeated<>(read, applied.version());
      }
    }
    return null;
  }
}
