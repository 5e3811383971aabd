package org.homeward.durable.publication;

import org.homeward.durable.document.Guarded;

/**
 * Publishes a document's pending changes to one target. It may be called again for the same
 * changes, and must return only when they are stored there.
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
