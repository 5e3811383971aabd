package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/** The live documents, written as the commands that make them again in the same order. */
final class Snapshot {
  private static final int BATCH = 50;

  private final Replay.Commands engine;

  Snapshot(Replay.Commands engine) {
    this.engine = engine;
  }

  void write(SortedSet<String> databases, Consumer<ByteBuf> out) {
    for (String database : databases) {
      for (Document collection : firstBatch(database, new Document("listCollections", 1))) {
        write(database, Fields.text(collection, "name"), out);
      }
    }
  }

  private void write(String database, String collection, Consumer<ByteBuf> out) {
    out.accept(JournalRecord.live(database, new Document("create", collection)));
    List<Document> indexes =
        firstBatch(database, new Document("listIndexes", collection)).stream()
            .filter(index -> !"_id_".equals(index.get("name"))) // create makes this one
            .toList();
    if (!indexes.isEmpty()) {
      var create = new Document("createIndexes", collection).append("indexes", indexes);
      out.accept(JournalRecord.live(database, create));
    }
    List<Document> all = firstBatch(database, new Document("find", collection));
    for (int from = 0; from < all.size(); from += BATCH) {
      var batch = all.subList(from, Math.min(from + BATCH, all.size()));
      var insert = new Document("insert", collection).append("documents", batch);
      out.accept(JournalRecord.live(database, insert));
    }
  }

  private List<Document> firstBatch(String database, Document command) {
    Document answer = engine.run(database, command);
    return Fields.list(Fields.part(answer, "cursor"), "firstBatch");
  }
}
