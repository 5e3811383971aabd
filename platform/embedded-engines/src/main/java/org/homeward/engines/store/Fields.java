package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;

/** Reads from documents the fields that are always there. */
final class Fields {
  private Fields() {}

  static String text(Document document, String field) {
    return (String) present(document, field);
  }

  static int number(Document document, String field) {
    return ((Number) present(document, field)).intValue();
  }

  static Document part(Document document, String field) {
    return (Document) present(document, field);
  }

  @SuppressWarnings("unchecked")
  static List<Document> list(Document document, String field) {
    return (List<Document>) present(document, field);
  }

  private static Object present(Document document, String field) {
    return Objects.requireNonNull(document.get(field), field);
  }
}
