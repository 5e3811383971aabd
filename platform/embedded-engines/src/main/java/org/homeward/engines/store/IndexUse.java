package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.homeward.engines.store.SortedIndex.Entry;
import org.jspecify.annotations.Nullable;

/**
 * How an index answers one query: equality in its first fields, a range in the next, and perhaps
 * the order that is asked for.
 *
 * @param range the entries that may match, in the direction of the answer
 * @param equal so many of the index's fields have one value
 * @param grouped so many of its fields decide the order; where they are equal, the order of
 *     insertion does, as in a look at all documents
 */
record IndexUse(
    SortedIndex index,
    NavigableSet<Entry> range,
    int equal,
    boolean bounded,
    int grouped,
    boolean reversed,
    boolean inOrder) {

  static final Comparator<IndexUse> BY_WORTH =
      Comparator.comparing(IndexUse::inOrder)
          .thenComparing(IndexUse::equal)
          .thenComparing(IndexUse::bounded);

  /** Empty when the index is of no use. */
  static Optional<IndexUse> of(
      SortedIndex index, Map<String, List<Object>> conditions, @Nullable Document order) {
    List<KeyField> fields = index.fields();
    List<@Nullable Object> equal = equalities(fields, conditions);
    Range range =
        equal.size() < fields.size() ? Range.of(fields.get(equal.size()), conditions) : Range.ALL;
    IndexOrder sorted = IndexOrder.of(fields, equal.size(), order);
    boolean skips = // those that have none of its fields
        index.leavesOut()
            && fields.size() == 1
            && Conditions.mustExist(conditions, fields.getFirst().name());
    boolean narrows = !equal.isEmpty() || range.isBounded() || skips;
    boolean sorts = sorted.serves() && sorted.fields() > equal.size();
    if (!index.isWhole() || !narrows && (!sorts || index.leavesOut())) {
      return Optional.empty();
    }
    NavigableSet<Entry> entries = index.between(range.from(equal), range.to(equal));
    return Optional.of(
        new IndexUse(
            index,
            sorted.isReversed() ? entries.descendingSet() : entries,
            equal.size(),
            range.isBounded(),
            sorted.fields(),
            sorted.isReversed(),
            sorted.serves()));
  }

  boolean isBelow(int most) {
    return range.stream().limit(most).count() < most;
  }

  /** Produces the entries lazily. */
  Stream<Integer> positions() {
    boolean exact = grouped == index.fields().size() && !reversed;
    return exact
        ? range.stream().map(Entry::position)
        : StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                    new EntryGroups(index, range.iterator(), grouped), Spliterator.ORDERED),
                false)
            .flatMap(List::stream);
  }

  private static List<@Nullable Object> equalities(
      List<KeyField> fields, Map<String, List<Object>> conditions) {
    List<@Nullable Object> equal = new ArrayList<>();
    for (KeyField field : fields) {
      Object value = Conditions.equality(conditions, field.name());
      if (value == null) {
        break;
      }
      equal.add(value);
    }
    return equal;
  }

  /** Between which values of one field; null and nothing are in no range. */
  private record Range(@Nullable Object low, @Nullable Object high, boolean ascending) {
    static final Range ALL = new Range(null, null, true);

    static Range of(KeyField field, Map<String, List<Object>> conditions) {
      return new Range(
          Conditions.bound(conditions, field.name(), List.of("$gt", "$gte")),
          Conditions.bound(conditions, field.name(), List.of("$lt", "$lte")),
          field.ascending());
    }

    boolean isBounded() {
      return low != null || high != null;
    }

    Entry from(List<@Nullable Object> equal) {
      if (!isBounded() || !ascending && high == null) {
        return Entry.before(equal);
      }
      Object first = ascending ? low : high;
      return first == null ? Entry.behind(with(equal, null)) : Entry.before(with(equal, first));
    }

    Entry to(List<@Nullable Object> equal) {
      if (!isBounded() || ascending && high == null) {
        return Entry.behind(equal);
      }
      Object last = ascending ? high : low;
      return last == null ? Entry.before(with(equal, null)) : Entry.behind(with(equal, last));
    }

    private static List<@Nullable Object> with(
        List<@Nullable Object> equal, @Nullable Object next) {
      List<@Nullable Object> all = new ArrayList<>(equal);
      all.add(next);
      return all;
    }
  }
}
