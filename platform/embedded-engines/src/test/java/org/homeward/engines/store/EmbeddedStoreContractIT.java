package org.homeward.engines.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedStoreContractIT implements StoreContract {
  @TempDir static Path directory;
  private static EmbeddedStore store;
  private static MongoClient client;

  @BeforeAll
  static void open() throws IOException {
    store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory, 0));
    client = MongoClients.create(store.connectionString());
  }

  @AfterAll
  static void close() {
    client.close();
    store.close();
  }

  @Override
  public MongoCollection<Document> collection(String name) {
    return client.getDatabase("contract").getCollection(name);
  }

  @Override
  public boolean isStable() {
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{insert: 'c', documents: [{a: 1}]}",
        "{update: 'c', updates: [{q: {a: 1}, u: {$set: {b: 1}}, upsert: true}]}",
        "{update: 'c', updates: [{q: {_id: {$gt: 1}}, u: {$set: {b: 1}}, upsert: true}]}",
        "{update: 'c', updates: [{q: {_id: 1}, u: [{$set: {b: 1}}]}]}",
        "{update: 'c', updates: [{q: {_id: 1}, u: {$set: {b: 1}}}, {q: {_id: 2}, u: {$set: {b: 1}}}]}",
        "{update: 'c', updates: [{q: {$expr: {$lt: ['$at', '$$NOW']}}, u: {$set: {b: 1}}}]}",
        "{findAndModify: 'c', query: {_id: 1}, update: {$currentDate: {at: true}}}",
        "{findAndModify: 'c', query: {_id: 1}, update: {$set: {a: 1}}, collation: {locale: 'sr'}}",
        "{findandmodify: 'c', query: {_id: 1}, update: {$currentDate: {at: true}}}",
        "{delete: 'c', deletes: [{q: {$where: 'true'}, limit: 1}]}",
        "{aggregate: 'c', pipeline: [{$out: 'd'}], cursor: {}}",
        "{aggregate: 'c', pipeline: [{$changeStream: {}}], cursor: {}}",
        "{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a', expireAfterSeconds: 1}]}",
        "{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a', unique: true, partialFilterExpression: {b: 1}}]}",
        "{create: 'c', capped: true, size: 1000}",
        "{dropIndexes: 'c', index: '*'}",
        "{find: 'c', startTransaction: true}"
      })
  void whatItWouldDoWronglyIsRefusedLoudly(String command) {
    assertThat(codeOf(Document.parse(command))).isEqualTo(115);
  }

  @Test
  void documentThatOverflowsTheStackIsRefusedAndUnknownCommandsTooNotLost() {
    Document deep = new Document("end", 1);
    for (int i = 0; i < 300; i++) {
      deep = new Document("d", deep);
    }
    var insert = new Document("insert", "c").append("documents", List.of(deep.append("_id", 1)));

    assertThat(codeOf(insert)).isEqualTo(115);
    assertThat(codeOf(new Document("renameCollection", "a.b").append("to", "a.c"))).isEqualTo(59);
    assertThat(codeOf(new Document("bulkWrite", 1))).isEqualTo(59);
  }

  @Test
  void handshakeOfSpringBootsHealthIsAnswered() {
    Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

    assertThat(hello).containsEntry("isWritablePrimary", true);
    assertThat(store.health().isUp()).isTrue();
  }

  private static int codeOf(Document command) {
    return catchThrowableOfType(
            MongoCommandException.class, () -> client.getDatabase("contract").runCommand(command))
        .getErrorCode();
  }
}
