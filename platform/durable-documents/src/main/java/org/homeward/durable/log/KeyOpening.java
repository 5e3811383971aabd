package org.homeward.durable.log;

import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.bson.Document;

/** The first entry that is made with a key; it says nothing else. */
final class KeyOpening {

  private KeyOpening() {}

  static String ref(ChainKey key) {
    return LogEntry.KEY + key.id();
  }

  static Document fields(ChainKey key) {
    return new Document(Chain.KEY, key.id());
  }

  static boolean is(Document entry) {
    return entry.getString("ref").startsWith(LogEntry.KEY);
  }

  /**
   * Files of two hosts may hold one id and two secrets: the first that seals with it wins.
   *
   * @throws KeyMissing when that was another host
   */
  static void agree(Document opening, MongoCollection<Document> entries, KeyFile file) {
    String id = opening.getString("ref").substring(LogEntry.KEY.length());
    Document before = entries.find(new Document("_id", opening.getLong("_id") - 1)).first();
    Optional<ChainKey> ours = file.read().flatMap(keys -> keys.rank(id).map(keys::at));
    if (before == null
        || ours.isEmpty()
        || !LogEntry.read(opening).isMadeWith(before.getString("hash"), ours.get())) {
      throw new KeyMissing("key " + id + " is not the one that the log holds"); // upholds 10
    }
  }
}
