package org.homeward.durable.document;

/**
 * The outcome of a use of a document. Each method has its own type, with only the outcomes it can
 * have.
 *
 * @param <S> the state of the document
 * @param <R> the use case's own answer
 */
public sealed interface WriteOutcome<S, R> {

  /** Of a command that creates. */
  sealed interface OfCreating<S, R> extends OfClaiming<S, R> permits Written, OfRepetition {}

  /** Of a command that wants an id which other commands want too. */
  sealed interface OfClaiming<S, R> extends WriteOutcome<S, R> permits OfCreating, Taken {}

  /** Of a change that a request asks for, with all that the request may insist on. */
  sealed interface OfRequest<S, R> extends WriteOutcome<S, R>
      permits OfChanging, OfRepetition, Stale {}

  /** Of a command that had come before. */
  sealed interface OfRepetition<S, R> extends OfCreating<S, R>, OfRequest<S, R>, OfPuttingOnce<S, R>
      permits Repeated, KeyReused {}

  /** Of a change that nobody sent as a request, such as an alarm's. */
  sealed interface OfChanging<S, R> extends OfRequest<S, R> permits Written, Kept, Absent {}

  /** Of a write on a document exactly as it was read. */
  sealed interface OfWriting<S, R> extends WriteOutcome<S, R> permits Written, Stale, Absent {}

  /** Of a reaction to a version of a source. */
  sealed interface OfReacting<S, R> extends WriteOutcome<S, R> permits OfPutting, Late {}

  /** Of a request that creates the document or changes the one there is. */
  sealed interface OfPuttingOnce<S, R> extends WriteOutcome<S, R> permits OfPutting, OfRepetition {}

  /** Of creating or changing without a request. */
  sealed interface OfPutting<S, R> extends OfPuttingOnce<S, R>, OfReacting<S, R>
      permits Written, Kept, NotMade {}

  /** Stored and acknowledged by a majority, together with its pending changes. */
  record Written<S, R>(Guarded<S> now, R answer)
      implements OfCreating<S, R>, OfChanging<S, R>, OfWriting<S, R>, OfPutting<S, R> {}

  /** Read and decided; there was nothing to write. */
  record Kept<S, R>(Guarded<S> now, R answer) implements OfChanging<S, R>, OfPutting<S, R> {}

  /** There is no document, and it was decided to make none. */
  record NotMade<S, R>(R answer) implements OfPutting<S, R> {}

  /** The same command had been applied before; nothing was done again. */
  record Repeated<S, R>(Guarded<S> now, long version) implements OfRepetition<S, R> {}

  /** Another command made the document that has this id. */
  record Taken<S, R>(Guarded<S> now) implements OfClaiming<S, R> {}

  /** The same key was used before for a different request. */
  record KeyReused<S, R>() implements OfRepetition<S, R> {}

  /** The document has another version than the caller has seen. */
  record Stale<S, R>(Guarded<S> now) implements OfRequest<S, R>, OfWriting<S, R> {}

  /** This version of the source, or a newer one, is applied already. */
  record Late<S, R>(Guarded<S> now) implements OfReacting<S, R> {}

  /** There is no such document. */
  record Absent<S, R>() implements OfChanging<S, R>, OfWriting<S, R> {}
}
