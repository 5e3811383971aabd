package org.homeward.durable.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.durable.document.ListWalk.Place;
import org.jspecify.annotations.Nullable;

/** Lists of documents, a page at a time. */
final class Lists<S> {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final int BATCH = 500;

  private final Listing<S> listing;
  private final StoredForm<S> form;
  private final GuardedWrite store;

  Lists(Listing<S> listing, StoredForm<S> form, GuardedWrite store) {
    this.listing = listing;
    this.form = form;
    this.store = store;
  }

  private record Found<S>(Guarded<S> document, Place place) {}

  /** Reads on behind hidden documents, so that neither a place nor a gap reveals them. */
  ListPage<S> page(ListWalk asked, int limit, Instant now, Predicate<S> shown) {
    ListWalk walk = asked.begunAt(now);
    Map<String, Found<S>> found = new LinkedHashMap<>(); // one that sinks meanwhile comes again
    Place last = walk.at();
    boolean more = true;
    while (more && found.size() <= limit) {
      List<Found<S>> batch = below(walk, last, limit + 1);
      for (Found<S> each : batch) {
        if (shown.test(each.document().state())) {
          found.putIfAbsent(each.document().id(), each);
        }
      }
      more = batch.size() > limit;
      last = batch.isEmpty() ? last : batch.getLast().place();
    }
    List<Found<S>> page = found.values().stream().limit(limit).toList();
    boolean isLast = found.size() <= limit;
    return new ListPage<>(
        page.stream().map(Found::document).toList(),
        isLast ? Optional.empty() : Optional.of(walk.below(page.getLast().place())),
        isLast ? Optional.of(walk.newer()) : Optional.empty());
  }

  private List<Found<S>> below(ListWalk walk, @Nullable Place place, int limit) {
    List<Found<S>> found = new ArrayList<>();
    for (Bson part : parts(walk, place)) {
      if (found.size() < limit) {
        found.addAll(in(part, walk.way(), limit - found.size()));
      }
    }
    return found;
  }

  private List<Found<S>> in(Bson part, ListOrder way, int limit) {
    return store.ask(
        c ->
            c.find(part)
                .sort(Sorts.descending(way.fields()))
                .limit(limit)
                .projection(StoredForm.WITHOUT_HISTORY)
                .map(stored -> new Found<>(form.read(stored), place(stored)))
                .into(new ArrayList<>()));
  }

  /**
   * Turns the documents below a place into queries, each one range of an index: first those that
   * differ in the last field only, at last those below it in the first field.
   */
  private List<Bson> parts(ListWalk walk, @Nullable Place place) {
    Bson all = eq(listing.on(), walk.value());
    if (walk.since() != null) {
      all = and(all, gt(Listing.CHANGED_AT, Date.from(walk.since())));
    }
    if (place == null) {
      return List.of(all);
    }
    List<Bson> parts = new ArrayList<>();
    for (String field : walk.way().fields()) {
      parts.addFirst(and(all, lt(field, place.field(field))));
      all = and(all, eq(field, place.field(field)));
    }
    return parts;
  }

  /** One that an instance of the release before has stored since comes last until we start anew. */
  private static Place place(Document stored) {
    return new Place(
        stored.getInteger(Listing.RANK, 0),
        stored.get(Listing.CHANGED_AT, new Date(0)).toInstant(),
        stored.getString("_id"));
  }

  /** Safe to repeat. */
  void prepare(MongoCollection<Document> collection) {
    listing.indexes().forEach(collection::createIndex);
    addThoseOfEarlierReleases(collection);
  }

  /** Those that were stored before there were lists; nobody would find them there. */
  private void addThoseOfEarlierReleases(MongoCollection<Document> collection) {
    Bson missing = and(exists(listing.on()), exists(Listing.CHANGED_AT, false));
    List<WriteModel<Document>> batch = new ArrayList<>();
    try (var cursor = collection.find(missing).batchSize(BATCH).cursor()) {
      while (cursor.hasNext()) {
        batch.add(added(cursor.next()));
        if (batch.size() == BATCH || !cursor.hasNext()) {
          collection.bulkWrite(batch, UNORDERED);
          batch.clear();
        }
      }
    }
  }

  private WriteModel<Document> added(Document stored) {
    var set = new Document();
    Guarded<S> read = form.read(stored);
    Instant changedAt =
        Stream.of("history", "changes")
            .flatMap(list -> stored.getList(list, Document.class, List.of()).stream())
            .map(entry -> entry.getDate("at").toInstant())
            .max(Comparator.naturalOrder())
            .orElseGet(() -> listing.begun().apply(read.state()));
    listing.add(set, read.state(), changedAt);
    return new UpdateOneModel<>(
        and(eq("_id", read.id()), exists(listing.on()), exists(Listing.CHANGED_AT, false)),
        new Document("$set", set));
  }
}
