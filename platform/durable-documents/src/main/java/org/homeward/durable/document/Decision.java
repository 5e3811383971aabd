package org.homeward.durable.document;

/**
 * The decision of a use case about the document it has read: write it or leave it, with an answer.
 */
public sealed interface Decision<S, R> {

  record Write<S, R>(Edit<S> edit, R answer) implements Decision<S, R> {}

  record Keep<S, R>(R answer) implements Decision<S, R> {}

  static <S, R> Decision<S, R> write(Edit<S> edit, R answer) {
    return new Write<>(edit, answer);
  }

  static <S, R> Decision<S, R> keep(R answer) {
    return new Keep<>(answer);
  }
}
