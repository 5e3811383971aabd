package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** The engine counts refused documents of an insert as inserted; MongoDB does not. */
final class InsertCount {
  private InsertCount() {}

  static Document corrected(Document command, Document answer) {
    if (command.containsKey("insert")
        && command.get("documents") instanceof List<?> documents
        && answer.get("writeErrors") instanceof List<?> errors) {
      boolean ordered = !Boolean.FALSE.equals(command.get("ordered"));
      int inserted =
          ordered
              ? Fields.number((Document) errors.getFirst(), "index")
              : documents.size() - errors.size();
      answer.put("n", inserted);
    }
    return answer;
  }
}
