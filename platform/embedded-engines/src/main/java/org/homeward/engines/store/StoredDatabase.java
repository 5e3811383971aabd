package org.homeward.engines.store;

import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import java.util.List;

/** A database of {@link StoredCollection}s. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Integer> {
  private final JournaledDocuments journaled;

  StoredDatabase(String name, CursorRegistry cursors, JournaledDocuments journaled) {
    super(name, cursors);
    this.journaled = journaled;
    initializeNamespacesAndIndexes();
  }

  Shelf shelf(String collection) {
    return ((StoredCollection) resolveCollection(collection, true)).shelf();
  }

  @Override
  protected StoredCollection openOrCreateCollection(String name, CollectionOptions options) {
    return new StoredCollection(this, name, options, cursorRegistry, new Shelf(journaled));
  }

  @Override
  protected Index<Integer> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new MemoryUniqueIndex(name, keys, sparse);
  }

  @Override
  protected Index<Integer> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new SortedIndex(name, keys, sparse);
  }

  @Override
  protected long getStorageSize() {
    return 0;
  }

  @Override
  protected long getFileSize() {
    return 0;
  }
}
