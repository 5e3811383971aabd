package org.homeward.durable.document;

import org.bson.Document;

/** How a state stands in the store. */
public interface StateCodec<S> {

  /** The number of the shape that {@link #write} produces. */
  int schema();

  Document write(S state);

  /** Reads any shape up to {@link #schema()}; older ones are upgraded here. */
  S read(Document stored, int schema);
}
