package org.homeward.durable.document;

/**
 * How a command or reaction ended.
 *
 * @param <R> the use case's own answer
 */
public sealed interface Outcome<S, R> {

  /** Stored and acknowledged by a majority, together with its pending changes. */
  record Written<S, R>(Guarded<S> now, R answer) implements Outcome<S, R> {}

  /** Read and decided; there was nothing to write. */
  record Kept<S, R>(Guarded<S> now, R answer) implements Outcome<S, R> {}

  /** The same command had been applied before; nothing was done again. */
  record Repeated<S, R>(Guarded<S> now, long version) implements Outcome<S, R> {}

  /** The same key was used before for a different request. */
  record KeyReused<S, R>() implements Outcome<S, R> {}

  /** The document has another version than the caller has seen, or a reaction came too late. */
  record Stale<S, R>(Guarded<S> now) implements Outcome<S, R> {}

  record Absent<S, R>() implements Outcome<S, R> {}
}
