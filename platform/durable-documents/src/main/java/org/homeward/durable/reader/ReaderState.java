package org.homeward.durable.reader;

/** The state of a reader; only {@code Reading} is healthy. */
public sealed interface ReaderState {

  /** Started, or waiting for its topic and store. */
  record Starting(String waitingFor) implements ReaderState {}

  record Reading() implements ReaderState {}

  /**
   * A record could not be applied and is retried.
   *
   * @param cause a class name, never content
   */
  record Retrying(String cause, int attempts) implements ReaderState {}

  /** Records may have been lost: the owner must accept the gap and republish. */
  record Stopped(String reason) implements ReaderState {}
}
