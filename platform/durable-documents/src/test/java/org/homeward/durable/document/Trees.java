package org.homeward.durable.document;

import java.util.List;
import org.bson.Document;
import org.homeward.durable.shape.StateCodec;

/** A state that is a tree already. */
final class Trees implements StateCodec<Document> {
  @Override
  public int schema() {
    return 1;
  }

  @Override
  public Document write(Document state) {
    return state;
  }

  @Override
  public Document read(Document stored, int schema) {
    return stored;
  }

  /** What a history's entry says of the state before, by itself. */
  static Document before(Document after, Document entry) {
    if (entry.containsKey("state")) {
      return entry.get("state", Document.class);
    }
    Object state = Document.parse(after.toJson());
    for (Document was : entry.getList("was", Document.class).reversed()) {
      put((Document) state, List.of(was.getString("part").split("\\.")), was);
    }
    return (Document) state;
  }

  @SuppressWarnings("unchecked")
  private static void put(Object in, List<String> path, Document was) {
    String name = path.getFirst();
    boolean isLast = path.size() == 1;
    if (in instanceof Document document) {
      if (!isLast) {
        put(document.get(name), path.subList(1, path.size()), was);
      } else if (was.containsKey("value")) {
        document.put(name, was.get("value"));
      } else {
        document.remove(name);
      }
    } else if (in instanceof List<?> list) {
      int i = Integer.parseInt(name);
      if (!isLast) {
        put(list.get(i), path.subList(1, path.size()), was);
      } else if (was.containsKey("value")) {
        ((List<Object>) list).set(i, was.get("value"));
      } else {
        list.remove(i);
      }
    }
  }
}
