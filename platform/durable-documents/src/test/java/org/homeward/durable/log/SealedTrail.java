package org.homeward.durable.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.durable.Engines;
import org.homeward.durable.store.Incarnation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A log whose entries hold a key, and what somebody may do to it who has the store. */
class SealedTrail {

  private static Engines engines;

  @TempDir Path directory;

  final String name = "sealed-" + UUID.randomUUID();
  final MongoDatabase database = engines.client().getDatabase("logs");
  final MongoCollection<Document> entries = database.getCollection(name);
  @Nullable Witness noted;

  @BeforeAll
  static void start() {
    engines = Engines.store();
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  Path file() {
    return directory.resolve("audit.keys");
  }

  Log sealed(Incarnation incarnation, boolean begins) {
    return sealed(incarnation, begins, file());
  }

  private Log sealed(Incarnation incarnation, boolean begins, Path keys) {
    var sealing = new Sealing(new KeyFile(keys), begins, () -> Optional.ofNullable(noted));
    return Log.sealed(database, name, incarnation, sealing);
  }

  Log opened() {
    return opened(file());
  }

  /** On a host with a file of keys of its own. */
  Log opened(Path keys) {
    var log = sealed(Incarnation.FIRST, true, keys);
    log.prepare();
    return log;
  }

  static void looks(Log log, int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(i -> log.append("look/" + i, new Document("v", i).append("by", "ana")));
  }

  ChainVerdict verdict(Witness... witnesses) {
    return ChainCheck.of(database, name, new KeyFile(file()).read()).against(List.of(witnesses));
  }

  Document entry(long n) {
    return entries.find(new Document("_id", n)).first();
  }

  Witness witness(long n) {
    return new Witness("epoch", n, entry(n).getString("hash"));
  }

  void replace(Document with) {
    entries.replaceOne(new Document("_id", with.getLong("_id")), with);
  }

  /** What somebody does who has the store and this key, or none. */
  void rechain(long from, @Nullable ChainKey key) {
    String before = entry(from - 1).getString("hash");
    for (Document each :
        entries
            .find(new Document("_id", new Document("$gte", from)))
            .sort(Sorts.ascending("_id"))) {
      Document again =
          Chain.entry(
              each.getLong("_id"),
              each.getString("ref"),
              each.get("fields", Document.class),
              before,
              key);
      before = again.getString("hash");
      replace(again);
    }
  }

  void edit(long n) {
    Document changed = entry(n);
    changed.get("fields", Document.class).append("by", "boris");
    replace(changed);
  }

  ChainKey key() {
    return new KeyFile(file()).read().orElseThrow().newest();
  }
}
