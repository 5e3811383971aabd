package org.homeward.engines.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The positions of documents in the order of the index's fields, for equality, ranges and pages.
 *
 * <p>It only proposes: every proposed document is matched against the whole filter. A document with
 * an array, a part or a type that is seldom compared in one of the fields makes the index useless
 * until it is gone. A sparse index leaves out a document that has none of the fields.
 */
final class SortedIndex extends Index<Integer> {

  /**
   * A document's place, or the edge of a range: that has fewer values, and a position before or
   * behind all.
   */
  record Entry(@Nullable Object[] values, int position) {
    static Entry before(List<?> values) {
      return new Entry(values.toArray(), Integer.MIN_VALUE);
    }

    static Entry behind(List<?> values) {
      return new Entry(values.toArray(), Integer.MAX_VALUE);
    }
  }

  private final List<KeyField> fields;
  private final boolean sparse;
  private final NavigableSet<Entry> entries;
  private int strange;

  SortedIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, true); // or the engine would insist on finding every document by it
    this.sparse = sparse;
    fields = keys.stream().map(KeyField::of).toList();
    entries = new TreeSet<>(this::compare);
  }

  List<KeyField> fields() {
    return fields;
  }

  /** Whether it is sparse: {@link #isSparse} is what the engine gets to hear. */
  boolean leavesOut() {
    return sparse;
  }

  /** Whether every document that it does not leave out has a place in it. */
  boolean isWhole() {
    return strange == 0;
  }

  NavigableSet<Entry> between(Entry from, Entry to) {
    return compare(from, to) > 0
        ? Collections.emptyNavigableSet()
        : entries.subSet(from, true, to, true);
  }

  /** Of two entries by their first fields only. */
  boolean isSame(Entry one, Entry other, int fieldsCompared) {
    for (int i = 0; i < fieldsCompared; i++) {
      if (fields.get(i).compare(one.values()[i], other.values()[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** A document is gone. */
  void forget(Document document, int position) {
    @Nullable Object[] values = values(document);
    if (isStrange(values)) {
      strange--;
    } else if (!isLeftOut(values)) {
      entries.remove(new Entry(values, position));
    }
  }

  @Override
  public void add(Document document, Integer position, MongoCollection<Integer> collection) {
    @Nullable Object[] values = values(document);
    if (isStrange(values)) {
      strange++;
    } else if (!isLeftOut(values)) {
      entries.add(new Entry(values, position));
    }
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Integer position, MongoCollection<Integer> collection) {
    if (!Arrays.equals(values(before), values(after))) {
      forget(before, position);
      add(after, position, collection);
    }
  }

  /** Not unique: it cannot tell; {@link #forget} is called with the place. */
  @Override
  public @Nullable Integer remove(Document document) {
    return null;
  }

  @Override
  public @Nullable Integer getPosition(Document document) {
    return null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Integer> collection) {
    // It refuses nothing.
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Integer> collection) {
    // It refuses nothing.
  }

  /** The collection asks {@link IndexUse} instead. */
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Integer> getPositions(Document query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getCount() {
    return entries.size();
  }

  @Override
  public long getDataSize() {
    return 0;
  }

  @Override
  public void drop() {
    entries.clear();
    strange = 0;
  }

  private int compare(Entry one, Entry other) {
    int both = Math.min(one.values().length, other.values().length);
    for (int i = 0; i < both; i++) {
      int difference = fields.get(i).compare(one.values()[i], other.values()[i]);
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(one.position(), other.position());
  }

  private @Nullable Object[] values(Document document) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.get(i).of(document);
    }
    return values;
  }

  private boolean isLeftOut(@Nullable Object[] values) {
    return sparse && Arrays.stream(values).allMatch(Missing.class::isInstance);
  }

  private static boolean isStrange(@Nullable Object[] values) {
    return Arrays.stream(values).anyMatch(v -> !Missing.isNullOrMissing(v) && !KeyField.isPlain(v));
  }
}
