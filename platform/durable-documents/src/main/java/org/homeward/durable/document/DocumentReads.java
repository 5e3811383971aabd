package org.homeward.durable.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.durable.command.Command;
import org.homeward.durable.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/** The queries of a collection of guarded documents; repeated while the store does not answer. */
final class DocumentReads<S> {

  private static final int PAGE = 200;
  private static final int BATCH = 100;

  private final MongoCollection<Document> collection;
  private final StoredForm<S> form;
  private final GuardedWrite writes;

  DocumentReads(MongoCollection<Document> collection, StoredForm<S> form, GuardedWrite writes) {
    this.collection = collection;
    this.form = form;
    this.writes = writes;
  }

  @Nullable Guarded<S> one(String id) {
    return one(eq("_id", id));
  }

  @Nullable Guarded<S> oneUnless(String id, List<String> lists, String value) {
    List<Bson> all = new ArrayList<>(List.of(eq("_id", id)));
    lists.forEach(list -> all.add(ne("state." + list, value)));
    return one(and(all));
  }

  private @Nullable Guarded<S> one(Bson which) {
    Document stored = first(which);
    return stored == null ? null : form.read(stored);
  }

  List<Guarded<S>> all(Collection<String> ids) {
    return all(in("_id", ids));
  }

  List<Guarded<S>> all(Collection<String> ids, String field, Object value) {
    return all(and(in("_id", ids), eq("state." + field, value)));
  }

  private List<Guarded<S>> all(Bson which) {
    return writes.ask(c -> found(c, which).map(form::read).into(new ArrayList<>()));
  }

  List<Guarded<S>> page(String field, Object value, String after, int limit) {
    Bson next = and(eq("state." + field, value), gt("_id", after));
    return writes.ask(
        c ->
            found(c, next)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(form::read)
                .into(new ArrayList<>()));
  }

  Stream<Guarded<S>> each(String field, Object value) {
    return Stream.iterate(
            page(field, value, "", PAGE),
            page -> !page.isEmpty(),
            page -> page.size() < PAGE ? List.of() : page(field, value, page.getLast().id(), PAGE))
        .flatMap(List::stream);
  }

  long count(Map<String, ?> values) {
    List<Bson> all = new ArrayList<>();
    values.forEach((field, value) -> all.add(eq("state." + field, value)));
    return writes.ask(c -> c.countDocuments(and(all)));
  }

  void forEach(Consumer<Guarded<S>> each) {
    try (var cursor = found(collection, new Document()).batchSize(BATCH).cursor()) {
      cursor.forEachRemaining(document -> each.accept(form.read(document)));
    }
  }

  /** Decoding takes longer than reading: all processors share it. */
  void forEachInParallel(Consumer<Guarded<S>> each) {
    try (var cursor = found(collection, new Document()).batchSize(BATCH).cursor()) {
      List<Document> batch = new ArrayList<>(BATCH);
      while (cursor.hasNext()) {
        batch.add(cursor.next());
        if (batch.size() == BATCH || !cursor.hasNext()) {
          batch.parallelStream().map(form::read).forEach(each);
          batch.clear();
        }
      }
    }
  }

  /** As it is stored, with what a creation looks for. */
  @Nullable Document createdBy(Command command) {
    return first(eq("createdBy", command.id()));
  }

  /** Before anything is written: a release too old for this database must not begin. */
  void refuseNewer() {
    Document newer =
        writes.ask(
            c ->
                c.find(gt("schema", form.newest()))
                    .projection(Projections.include("schema"))
                    .first());
    if (newer != null) {
      String name = collection.getNamespace().getCollectionName();
      throw new StoreFailure.NewerSchema(name, newer.getInteger("schema"), form.newest());
    }
  }

  private @Nullable Document first(Bson which) {
    return writes.ask(c -> found(c, which).first());
  }

  private static FindIterable<Document> found(MongoCollection<Document> in, Bson which) {
    return in.find(which).projection(StoredForm.WITHOUT_HISTORY);
  }
}
