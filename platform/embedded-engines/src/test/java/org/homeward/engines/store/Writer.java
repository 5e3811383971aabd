package org.homeward.engines.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Writes documents of its own until the store dies, and then knows what must be there.
 *
 * <p>Every write pushes its version to the document's {@code changes}: twice applied would show.
 */
final class Writer {
  private static final int DOCUMENTS = 40;
  private static final int MOST_WRITES = 50_000;

  private final String name;
  private final Random random;

  /** Acknowledged version by document; 0 is "deleted or never made". */
  private final Map<String, Long> versions = new TreeMap<>();

  /** Documents whose last write was not answered, with the version it would have given. */
  private final Map<String, Long> unknown = new TreeMap<>();

  private final AtomicLong acknowledged = new AtomicLong(); // read while it writes

  Writer(String name, long seed) {
    this.name = name;
    random = new Random(seed);
  }

  long acknowledged() {
    return acknowledged.get();
  }

  void writeUntilTheStoreDies(MongoCollection<Document> documents) {
    for (int i = 0; i < MOST_WRITES; i++) {
      List<String> ids = ids();
      ids.forEach(id -> unknown.put(id, next(id)));
      try {
        write(documents, ids);
      } catch (MongoException died) {
        return;
      }
      versions.putAll(unknown);
      unknown.clear();
      acknowledged.addAndGet(ids.size());
    }
  }

  /** Says what is wrong, and takes over what the unanswered writes came to. */
  List<String> check(MongoCollection<Document> documents) {
    List<String> wrong = new ArrayList<>();
    for (var expected : versions.entrySet()) {
      String id = expected.getKey();
      Document found = documents.find(eq(id)).first();
      long version = found == null ? 0 : found.getLong("version");
      boolean known = version == expected.getValue();
      boolean late = unknown.containsKey(id) && version == unknown.get(id);
      if (!known && !late) {
        wrong.add(id + " has version " + version + ", acknowledged is " + expected.getValue());
      }
      if (found != null && !isWhole(found, version)) {
        wrong.add(id + " has effects twice or missing: " + found.get("changes"));
      }
      expected.setValue(version);
    }
    unknown.clear();
    return wrong;
  }

  private static boolean isWhole(Document found, long version) {
    List<Long> wanted = Stream.iterate(1L, n -> n <= version, n -> n + 1).toList();
    return found.getList("changes", Long.class).equals(wanted);
  }

  private List<String> ids() {
    int count = random.nextInt(4) == 0 ? 5 : 1;
    return random
        .ints(0, DOCUMENTS)
        .distinct()
        .limit(count)
        .mapToObj(i -> name + i)
        .peek(id -> versions.putIfAbsent(id, 0L))
        .toList();
  }

  private long next(String id) {
    boolean delete = versions.get(id) > 0 && random.nextInt(12) == 0;
    return delete ? 0 : versions.get(id) + 1;
  }

  private void write(MongoCollection<Document> documents, List<String> ids) {
    if (ids.size() > 1) {
      documents.bulkWrite(
          ids.stream().map(this::model).toList(), new BulkWriteOptions().ordered(false));
      return;
    }
    String id = ids.getFirst();
    long seen = versions.get(id);
    if (unknown.get(id) == 0) {
      documents.deleteOne(guard(id, seen));
    } else if (seen == 0) {
      documents.insertOne(fresh(id));
    } else if (random.nextBoolean()) {
      documents.updateOne(guard(id, seen), change(seen));
    } else {
      documents.findOneAndUpdate(guard(id, seen), change(seen), new FindOneAndUpdateOptions());
    }
  }

  private WriteModel<Document> model(String id) {
    long seen = versions.get(id);
    if (unknown.get(id) == 0) {
      return new DeleteOneModel<>(guard(id, seen));
    }
    return seen == 0
        ? new InsertOneModel<>(fresh(id))
        : new UpdateOneModel<>(guard(id, seen), change(seen));
  }

  private static Bson guard(String id, long version) {
    return and(eq("_id", id), eq("version", version));
  }

  private static Bson change(long seen) {
    return Updates.combine(Updates.set("version", seen + 1), Updates.push("changes", seen + 1));
  }

  private static Document fresh(String id) {
    return new Document("_id", id).append("version", 1L).append("changes", List.of(1L));
  }
}
