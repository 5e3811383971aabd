package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies live documents at the cost of their first level.
 *
 * <p>An update of this engine works on a deep copy and then puts the new values into the live
 * document: what lies below its first level never changes, and is shared.
 */
final class Copies {
  /** An answer, its cursor, the documents in its batch. */
  private static final int LEVELS = 3;

  private Copies() {}

  static Document ofAnswer(Document answer) {
    return copy(answer, LEVELS);
  }

  static Document without(Document document, Set<String> fields) {
    Document copy = document.clone();
    fields.forEach(copy::remove);
    return copy;
  }

  private static Document copy(Document document, int levels) {
    Document copy = document.clone();
    if (levels > 1) {
      copy.replaceAll((field, value) -> copyOf(value, levels - 1));
    }
    return copy;
  }

  private static @Nullable Object copyOf(@Nullable Object value, int levels) {
    return switch (value) {
      case Document d -> copy(d, levels);
      case List<?> several -> several.stream().map(each -> copyOf(each, levels)).toList();
      case null, default -> value;
    };
  }
}
