package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;

/** The live documents, written as the commands that make them again in the same order. */
final class Snapshot {
  private static final int BATCH = 50;

  private final Replay.Commands engine;
  private final Function<String, StoredDatabase> databases;
  private final Map<Shelf, Places> moved = new HashMap<>();

  Snapshot(Replay.Commands engine, Function<String, StoredDatabase> databases) {
    this.engine = engine;
    this.databases = databases;
  }

  void write(SortedSet<String> names, Journal.Snapshot out) {
    for (String database : names) {
      for (Document collection : firstBatch(database, new Document("listCollections", 1))) {
        write(database, Fields.text(collection, "name"), out);
      }
    }
  }

  /** From now on documents are read from where they have been written. */
  void moveShelves() {
    moved.forEach(Shelf::moveTo);
  }

  private void write(String database, String collection, Journal.Snapshot out) {
    out.write(JournalRecord.live(database, new Document("create", collection), List.of()));
    List<Document> indexes =
        firstBatch(database, new Document("listIndexes", collection)).stream()
            .filter(index -> !"_id_".equals(index.get("name"))) // create makes this one
            .toList();
    if (!indexes.isEmpty()) {
      var create = new Document("createIndexes", collection).append("indexes", indexes);
      out.write(JournalRecord.live(database, create, List.of()));
    }
    Shelf shelf = databases.apply(database).shelf(collection);
    int[] positions = shelf.positions();
    var places = new Places();
    for (int from = 0; from < positions.length; from += BATCH) {
      int[] batch = Arrays.copyOfRange(positions, from, Math.min(from + BATCH, positions.length));
      write(database, collection, shelf, batch, places, out);
    }
    moved.put(shelf, places);
  }

  private static void write(
      String database,
      String collection,
      Shelf shelf,
      int[] batch,
      Places places,
      Journal.Snapshot out) {
    List<Document> documents = new ArrayList<>(batch.length);
    List<Integer> held = new ArrayList<>();
    for (int i = 0; i < batch.length; i++) {
      documents.add(shelf.get(batch[i]));
      if (shelf.isHeld(batch[i])) {
        held.add(i);
      }
    }
    var insert = new Document("insert", collection).append("documents", documents);
    ByteBuf record = JournalRecord.live(database, insert, held);
    long at = out.write(record) + JournalRecord.HEADER;
    List<Place> written = Place.ofDocuments(JournalRecord.body(record), at);
    for (int i = 0; i < batch.length; i++) {
      if (!shelf.isHeld(batch[i])) {
        places.add(batch[i], written.get(i));
      }
    }
  }

  private List<Document> firstBatch(String database, Document command) {
    Document answer = engine.run(database, command);
    return Fields.list(Fields.part(answer, "cursor"), "firstBatch");
  }
}
