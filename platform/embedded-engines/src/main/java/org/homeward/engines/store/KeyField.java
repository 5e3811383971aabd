package org.homeward.engines.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One field of an index, and the order of its values. */
record KeyField(String name, List<String> path, boolean ascending) {
  static KeyField of(IndexKey key) {
    return new KeyField(key.getKey(), List.of(key.getKey().split("\\.")), key.isAscending());
  }

  /** The document's value there, or {@link Missing}, which compares like null. */
  @Nullable Object of(Document document) {
    Object value = document;
    for (String part : path) {
      if (!(value instanceof Document parent)) {
        return value instanceof Collection ? value : Missing.getInstance();
      }
      value = parent.getOrMissing(part);
    }
    return value;
  }

  int compare(@Nullable Object one, @Nullable Object other) {
    return (ascending ? ValueComparator.asc() : ValueComparator.desc()).compare(one, other);
  }

  /**
   * Whether the engine's filters and its order agree on the value: it compares a fraction beside a
   * number outside the range of an int wrongly.
   */
  static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case String s -> true;
      case Integer i -> true;
      case Long l -> true;
      case Double d -> Math.abs(d) <= Integer.MAX_VALUE;
      case Instant i -> true;
      case Boolean b -> true;
      case ObjectId o -> true;
      case UUID u -> true;
      case null, default -> false;
    };
  }
}
