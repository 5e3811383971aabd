package org.homeward.engines.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The documents by the first field of an index, so that who is due is found without a look at all.
 *
 * <p>It only proposes: every proposed document is matched against the whole filter. What a field
 * holds beside one plain value (null, an array) makes the index useless until that is gone.
 */
final class SortedIndex extends Index<Integer> {
  private static final Set<String> OPERATORS = Set.of("$lt", "$lte", "$gt", "$gte", "$eq");

  private final String field;
  private final List<String> path;
  private final NavigableMap<Object, SortedSet<Integer>> positions =
      new TreeMap<>(ValueComparator.asc());
  private int count;
  private int strange;

  SortedIndex(String name, List<IndexKey> keys) {
    super(name, keys, true);
    field = keys.getFirst().getKey();
    path = List.of(field.split("\\."));
  }

  /** The condition on its field if it can answer it, or null. */
  @Nullable Object condition(Document conditions) {
    Object asked = strange > 0 ? null : conditions.get(field);
    if (asked instanceof Document operators) {
      boolean known =
          !operators.isEmpty()
              && OPERATORS.containsAll(operators.keySet())
              && operators.values().stream().allMatch(SortedIndex::isPlain);
      return known ? operators : null;
    }
    return isPlain(asked) ? asked : null;
  }

  /** In the order of insertion, as a look at all documents would find them. */
  SortedSet<Integer> proposed(Object condition) {
    if (!(condition instanceof Document operators)) {
      return positions.getOrDefault(condition, new TreeSet<>());
    }
    NavigableMap<Object, SortedSet<Integer>> range = positions;
    Object from = first(operators, "$eq", "$gt", "$gte");
    Object to = first(operators, "$eq", "$lt", "$lte");
    if (from != null && to != null && ValueComparator.asc().compare(from, to) > 0) {
      return new TreeSet<>();
    }
    if (from != null) {
      range = range.tailMap(from, true);
    }
    if (to != null) {
      range = range.headMap(to, true);
    }
    SortedSet<Integer> all = new TreeSet<>();
    range.values().forEach(all::addAll);
    return all;
  }

  private static @Nullable Object first(Document operators, String... names) {
    return Stream.of(names).map(operators::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** A document is gone. */
  void forget(Document document, Integer position) {
    Object value = value(document);
    if (isPlain(value)) {
      removeAt(Objects.requireNonNull(value), position);
    } else {
      strange -= isStrange(value) ? 1 : 0;
    }
  }

  @Override
  public void add(Document document, Integer position, MongoCollection<Integer> collection) {
    Object value = value(document);
    if (isPlain(value)) {
      positions.computeIfAbsent(Objects.requireNonNull(value), v -> new TreeSet<>()).add(position);
      count++;
    } else {
      strange += isStrange(value) ? 1 : 0;
    }
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Integer position, MongoCollection<Integer> collection) {
    if (!Objects.equals(value(before), value(after))) {
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

  /** The collection asks {@link #condition} instead. */
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
    return count;
  }

  @Override
  public long getDataSize() {
    return 0;
  }

  @Override
  public void drop() {
    positions.clear();
    count = 0;
    strange = 0;
  }

  private void removeAt(Object value, Integer position) {
    SortedSet<Integer> same = positions.get(value);
    if (same != null && same.remove(position)) {
      count--;
      if (same.isEmpty()) {
        positions.remove(value);
      }
    }
  }

  private @Nullable Object value(Document document) {
    Object value = document;
    for (String name : path) {
      if (!(value instanceof Document part)) {
        return value instanceof Collection ? value : Missing.getInstance();
      }
      value = part.getOrMissing(name);
    }
    return value;
  }

  private static boolean isStrange(@Nullable Object value) {
    return !(value instanceof Missing);
  }

  private static boolean isPlain(@Nullable Object value) {
    return !(value == null
        || value instanceof Missing
        || value instanceof Document
        || value instanceof Collection);
  }
}
