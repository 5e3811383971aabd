package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents of the insert that is applied, and where in the journal they lie: a collection
 * keeps the place instead of the document, until the document changes.
 */
final class JournaledDocuments {
  private final Journal journal;
  private final Map<Document, Place> applied = new IdentityHashMap<>();

  JournaledDocuments(Journal journal) {
    this.journal = journal;
  }

  /**
   * Under the writers' lock, before the command is applied.
   *
   * @param held indexes of documents that have changed since they were made, and stay in memory
   */
  void expect(Document command, ByteBuffer body, long at, Collection<?> held) {
    if (!Place.hasDocuments(command)) {
      return;
    }
    List<Place> places = Place.ofDocuments(body, at);
    List<Document> documents = Fields.list(command, "documents");
    for (int i = 0; i < places.size(); i++) {
      if (!held.contains(i)) {
        applied.put(documents.get(i), places.get(i));
      }
    }
  }

  void forget() {
    applied.clear();
  }

  @Nullable Place placeOf(Document document) {
    return applied.get(document);
  }

  Document read(Place place) {
    ByteBuffer bytes = journal.read(place);
    if (JournalRecord.crc(bytes.duplicate()) != place.crc()) {
      throw new UnreadableDocument("a document in the journal is damaged on the disk");
    }
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }
}
