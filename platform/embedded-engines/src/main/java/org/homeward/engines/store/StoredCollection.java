package org.homeward.engines.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the order of their insertion, and their indexes.
 *
 * <p>That order survives a rewrite of the journal, so a replayed "first that matches" is the same
 * document as then; the engine's own collection fills gaps. Not synchronized: the backend's locks
 * are.
 */
final class StoredCollection extends AbstractMongoCollection<Integer> {
  private static final String ID = "_id";

  /** A smaller collection is scanned without an index. */
  private static final int HANDFUL = 50;

  /** More matches are not sorted by id, because a walk over all ids finds the first ones sooner. */
  private static final int FEW = 1_000;

  private final Shelf shelf;
  private final NavigableMap<Object, Integer> ids = new TreeMap<>(ValueComparator.asc());

  StoredCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      Shelf shelf) {
    super(database, name, options, cursors);
    this.shelf = shelf;
  }

  Shelf shelf() {
    return shelf;
  }

  /** An index helps every filter that gives all its keys, whatever else it asks. */
  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    Document conditions = Conditions.of(query);
    for (Index<Integer> index : getIndexes()) {
      List<String> keys = index.getKeys().stream().map(IndexKey::getKey).toList();
      Document key = Conditions.pick(conditions, keys);
      if (key != null && index.canHandle(key)) {
        Iterable<Integer> positions = index.getPositions(key);
        return matchDocuments(query, positions, order, skip, limit, batchSize, fields);
      }
    }
    Optional<IndexUse> found = isNatural(order) ? Optional.empty() : indexFor(query, order);
    if (found.isPresent()) {
      IndexUse use = found.get();
      if (use.inOrder()) {
        return inOrder(query, use.positions(), skip, limit, batchSize, fields);
      }
      if (!isById(order) || use.isBelow(FEW)) {
        Iterable<Integer> positions = () -> use.positions().iterator();
        return matchDocuments(query, positions, order, skip, limit, batchSize, fields);
      }
    }
    return matchDocuments(query, order, skip, limit, batchSize, fields);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    if (isById(order)) {
      Stream<Integer> ordered = byId(Conditions.of(query), Objects.requireNonNull(order));
      return inOrder(query, ordered, skip, limit, batchSize, fields);
    }
    Stream<Integer> all = Arrays.stream(shelf.positions()).boxed();
    DocumentComparator comparator = deriveComparator(order);
    if (comparator == null && !isNaturalDescending(order)) {
      return inOrder(query, all, skip, limit, batchSize, fields);
    }
    Stream<Document> found = all.map(this::getDocument);
    Comparator<Document> wanted = comparator == null ? (one, other) -> -1 : comparator;
    return matchDocumentsFromStream(query, found, skip, limit, batchSize, wanted, fields);
  }

  private QueryResult inOrder(
      Document query,
      Stream<Integer> positions,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    boolean whole = fields == null || fields.isEmpty();
    Set<String> leftOut = Conditions.leftOut(fields);
    if (batchSize == 0 || limit > 0 || skip > 0 || !whole && leftOut.isEmpty()) {
      Stream<Document> documents = positions.map(this::getDocument);
      return matchDocumentsFromStream(query, documents, skip, limit, batchSize, null, fields);
    }
    var cursor =
        new PositionCursor(
            cursorRegistry.generateCursorId(),
            positions.mapToInt(Integer::intValue).toArray(),
            shelf::find,
            document -> documentMatchesQuery(document, query),
            document -> whole ? document : Copies.without(document, leftOut));
    List<Document> first = cursor.takeDocuments(batchSize);
    if (cursor.isEmpty()) {
      return new QueryResult(first);
    }
    cursorRegistry.add(cursor);
    return new QueryResult(first, cursor);
  }

  /** The engine would copy a whole document to leave one field out of it, such as its history. */
  @Override
  protected QueryResult matchDocumentsFromStream(
      Document query,
      Stream<Document> found,
      int skip,
      int limit,
      int batchSize,
      @Nullable Comparator<Document> order,
      @Nullable Document fields) {
    Set<String> leftOut = Conditions.leftOut(fields);
    if (leftOut.isEmpty()) {
      return super.matchDocumentsFromStream(query, found, skip, limit, batchSize, order, fields);
    }
    Stream<Document> matching = found.filter(document -> documentMatchesQuery(document, query));
    Stream<Document> page = (order == null ? matching : matching.sorted(order)).skip(skip);
    return createQueryResult(
        (limit > 0 ? page.limit(limit) : page).map(d -> Copies.without(d, leftOut)).toList(),
        batchSize);
  }

  @Override
  protected Integer addDocumentInternal(Document document) {
    Integer position = shelf.add(document);
    if (holdsIds()) {
      ids.put(document.get(ID), position);
    }
    return position;
  }

  @Override
  protected void removeDocument(Integer position) {
    Document removed = shelf.find(position);
    if (removed == null) {
      return;
    }
    shelf.remove(position);
    if (holdsIds()) {
      ids.remove(removed.get(ID));
    }
    for (Index<Integer> index : getIndexes()) {
      if (index instanceof SortedIndex sorted) {
        sorted.forget(removed, position);
      }
    }
  }

  @Override
  protected Document getDocument(Integer position) {
    return shelf.get(position);
  }

  @Override
  protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
    return Arrays.stream(shelf.positions())
        .mapToObj(position -> new DocumentWithPosition<>(shelf.get(position), position));
  }

  /** The engine has changed the document that it was given, which may have been a copy. */
  @Override
  protected void handleUpdate(Integer position, Document before, Document after) {
    shelf.hold(position, after);
  }

  @Override
  public int count() {
    return shelf.count();
  }

  @Override
  public boolean isEmpty() {
    return shelf.count() == 0;
  }

  /** Counting bytes would cost as much as the write. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {
    // Not tracked.
  }

  @Override
  protected int getDataSize() {
    return 0;
  }

  /** That which leads to the fewest documents; where all lead to many, the one in order. */
  private Optional<IndexUse> indexFor(Document query, @Nullable Document order) {
    Map<String, List<Object>> conditions = Conditions.all(query);
    List<IndexUse> uses =
        getIndexes().stream()
            .filter(SortedIndex.class::isInstance)
            .flatMap(index -> IndexUse.of((SortedIndex) index, conditions, order).stream())
            .toList();
    if (uses.size() < 2) {
      return uses.stream().findFirst();
    }
    Optional<IndexUse> small =
        uses.stream()
            .filter(use -> use.isBelow(HANDFUL))
            .min(Comparator.comparingInt(use -> use.range().size()));
    return small.or(() -> uses.stream().max(IndexUse.BY_WORTH));
  }

  private static boolean isNatural(@Nullable Document order) {
    return order != null && order.containsKey("$natural");
  }

  private boolean isById(@Nullable Document order) {
    return order != null && order.keySet().equals(Set.of(ID)) && holdsIds();
  }

  private boolean holdsIds() {
    return ID.equals(getIdField());
  }

  private Stream<Integer> byId(Document conditions, Document order) {
    NavigableMap<Object, Integer> range = ids;
    Object from = Conditions.bound(conditions, ID, "$gt", "$gte");
    if (from != null) {
      range = range.tailMap(from, true);
    }
    boolean descending = Fields.number(order, ID) < 0;
    return (descending ? range.descendingMap() : range).values().stream();
  }
}
