package org.homeward.durable.document;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   * What the history keeps of a state that another replaces: all of it, or, for a state of many
   * parts of which a write changes few, the old values of what changed.
   */
  default Document past(S before, S after) {
    return write(before);
  }

  /** Values and removals by path below the state, where everything else stays as it is stored. */
  record Patch(Map<String, Object> set, Set<String> unset) {}

  /**
   * What a write has to store of a state of many parts of which it changes few; empty: all of it.
   * Only for a codec of one shape, because an older one may be stored.
   */
  default Optional<Patch> patch(S before, S after) {
    return Optional.empty();
  }

  /**
   * Reads any shape up to {@link #newest()}; older ones are upgraded here.
   *
   * @throws StoreFailure.NewerSchema when a newer release has written it
   */
  S read(Document stored, int schema);
}
