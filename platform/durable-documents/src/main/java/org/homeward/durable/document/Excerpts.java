package org.homeward.durable.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads some fields of states. A few fields decide who may not see a document, so no answer shows
 * how large the rest is.
 */
public final class Excerpts {

  private final GuardedWrite store;

  Excerpts(GuardedWrite store) {
    this.store = store;
  }

  /** These fields of one document; those that it does not have are missing. */
  public Optional<Excerpt> of(String id, String... fields) {
    return first(eq("_id", id), fields);
  }

  /** The subject that a reaction's document was made of. */
  public Optional<String> source(String id) {
    return Optional.ofNullable(
            store.ask(
                c -> c.find(eq("_id", id)).projection(Projections.include("from.subject")).first()))
        .map(found -> found.getEmbedded(List.of("from", "subject"), String.class));
  }

  /** The same of the first one, by id, whose state has this value. */
  public Optional<Excerpt> ofFirst(String field, Object value, String... fields) {
    return first(eq("state." + field, value), fields);
  }

  /** The same of all that exist among these, by id. */
  public Map<String, Excerpt> of(Collection<String> ids, String... fields) {
    Map<String, Excerpt> found = new TreeMap<>();
    store
        .ask(c -> c.find(in("_id", ids)).projection(only(fields)).into(new ArrayList<>()))
        .forEach(each -> found.put(each.getString("_id"), excerpt(each)));
    return found;
  }

  /** The ids of all whose state has this value. */
  public Set<String> ids(String field, Object value) {
    return store.ask(
        c ->
            c.find(eq("state." + field, value))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new TreeSet<>()));
  }

  /** The ids of some whose state has all of these values; how many at most, the store is told. */
  public Set<String> ids(Map<String, ?> values, int most) {
    List<Bson> all = new ArrayList<>();
    values.forEach((field, value) -> all.add(eq("state." + field, value)));
    return store.ask(
        c ->
            c.find(and(all))
                .projection(Projections.include("_id"))
                .limit(most)
                .map(found -> found.getString("_id"))
                .into(new TreeSet<>()));
  }

  private Optional<Excerpt> first(Bson which, String... fields) {
    return Optional.ofNullable(
            store.ask(
                c -> c.find(which).projection(only(fields)).sort(Sorts.ascending("_id")).first()))
        .map(Excerpts::excerpt);
  }

  private static Bson only(String... fields) {
    return Projections.include(Stream.of(fields).map(field -> "state." + field).toList());
  }

  private static Excerpt excerpt(Document found) {
    return new Excerpt(found.get("state", new Document()));
  }
}
