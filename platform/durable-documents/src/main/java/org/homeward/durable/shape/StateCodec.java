package org.homeward.durable.shape;

import java.util.function.Function;
import org.bson.Document;
import org.homeward.durable.store.StoreFailure;

/** The stored form of a state. */
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

  /** The codec of a state that stands in the store as this one's. */
  default <T> StateCodec<T> as(Function<S, T> read, Function<T, S> write) {
    StateCodec<S> stored = this;
    return new StateCodec<>() {
      @Override
      public int schema() {
        return stored.schema();
      }

      @Override
      public int newest() {
        return stored.newest();
      }

      @Override
      public Document write(T state) {
        return stored.write(write.apply(state));
      }

      @Override
      public T read(Document document, int schema) {
        return read.apply(stored.read(document, schema));
      }
    };
  }
}
