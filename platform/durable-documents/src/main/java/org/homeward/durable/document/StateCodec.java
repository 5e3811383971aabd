package org.homeward.durable.document;

import org.bson.Document;

/** How a state stands in the store. */
public interface StateCodec<S> {

  /** The number of the shape that {@link #write} produces. */
  int schema();

  Document write(S state);

  /**
   * What the history keeps of a state that another replaces: all of it, or, for a state of many
   * parts of which a write changes few, the old values of what changed.
   */
  default Document past(S before, S after) {
    return write(before);
  }

  /** Reads any shape up to {@link #schema()}; older ones are upgraded here. */
  S read(Document stored, int schema);
}
