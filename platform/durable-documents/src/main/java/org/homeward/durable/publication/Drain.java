package org.homeward.durable.publication;

import org.homeward.durable.document.Guarded;

/**
 * Brings a document's pending changes to where others see them. It may be called again for the same
 * changes and must have returned only when they are safely there.
 */
@FunctionalInterface
public interface Drain<S> {
  void drain(Guarded<S> document);

  /** Both, the second only when the first has returned. */
  default Drain<S> then(Drain<S> next) {
    return document -> {
      drain(document);
      next.drain(document);
    };
  }
}
