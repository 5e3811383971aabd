package org.homeward.durable.document;

import org.bson.Document;

/** How a state stands in the store. */
public interface StateCodec<S> {

  /** The number of the shape that {@link #write} produces. */
  int schema();

  /** The number of the newest shape that {@link #read} knows. */
  default int newest() {
    return schema();
  }

  Document write(S state);

  /**
   * Reads any shape up to {@link #newest()}; older ones are upgraded here.
   *
   * @throws StoreFailure.NewerSchema when a newer release has written it
   */
  S read(Document stored, int schema);
}
