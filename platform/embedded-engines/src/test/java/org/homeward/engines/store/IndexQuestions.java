package org.homeward.engines.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Random documents, changes and questions over fields that have indexes. */
final class IndexQuestions {
  private static final List<String> FIELDS =
      List.of("wakeAt", IndexContract.STANDING, IndexContract.CHANGED, IndexContract.RISK);

  private final Random random;
  private final List<String> strange = new ArrayList<>();

  IndexQuestions(Random random) {
    this.random = random;
  }

  /** A filter, an order and a part of the answer; without an order the answer is a set. */
  record Question(Bson filter, Document order, int skip, int limit, boolean ordered) {
    List<Document> answer(MongoCollection<Document> from) {
      List<Document> found =
          from.find(filter).sort(order).skip(skip).limit(limit).into(new ArrayList<>());
      if (!ordered) {
        found.sort(Comparator.comparing(d -> d.getString("_id")));
      }
      return found;
    }
  }

  @SafeVarargs
  final void write(boolean strangely, MongoCollection<Document>... collections) {
    String id = "d" + random.nextInt(150);
    Bson change = Updates.set(pick(FIELDS), value());
    Document fresh = document(id);
    Object odd = odd();
    String field = pick(FIELDS);
    int kind = random.nextInt(8);
    for (MongoCollection<Document> each : collections) {
      switch (kind) {
        case 0 -> each.deleteOne(Filters.eq(id));
        case 1 -> each.findOneAndUpdate(Filters.eq(id), Updates.unset(field));
        case 2, 3 -> each.updateOne(Filters.eq(id), change);
        default -> each.replaceOne(Filters.eq(id), fresh, new ReplaceOptions().upsert(true));
      }
      if (strangely && kind > 4) {
        each.updateOne(Filters.eq(id), Updates.set(field, odd));
      }
    }
    if (strangely && kind > 4) {
      strange.add(id);
    }
  }

  @SafeVarargs
  final void removeStrange(MongoCollection<Document>... collections) {
    for (MongoCollection<Document> each : collections) {
      each.deleteMany(Filters.in("_id", strange));
    }
    strange.clear();
  }

  /**
   * @param stable whether equal documents have an order; else each order is made a total one
   */
  Question next(boolean stable) {
    List<Bson> conditions =
        IntStream.range(0, random.nextInt(4)).mapToObj(i -> condition()).toList();
    Bson filter = conditions.isEmpty() ? new Document() : Filters.and(conditions);
    var order = new Document();
    if (random.nextInt(4) > 0) {
      boolean one = random.nextBoolean();
      for (int i = random.nextInt(3); i >= 0; i--) {
        order.append(pick(FIELDS), one || random.nextBoolean() ? -1 : 1);
      }
    }
    boolean ordered = stable || !order.isEmpty() || random.nextBoolean();
    if (ordered && !stable || random.nextBoolean() && !order.isEmpty()) {
      order.append("_id", random.nextBoolean() ? 1 : -1);
    }
    int limit = ordered && random.nextInt(3) > 0 ? 1 + random.nextInt(10) : 0;
    int skip = ordered && random.nextInt(4) == 0 ? random.nextInt(5) : 0;
    return new Question(filter, order, skip, limit, ordered);
  }

  private Bson condition() {
    String field = pick(FIELDS);
    return switch (random.nextInt(9)) {
      case 0 -> Filters.lt(field, value());
      case 1 -> Filters.lte(field, value());
      case 2 -> Filters.gt(field, value());
      case 3 -> new Document(field, new Document("$gte", value()).append("$lte", value()));
      case 4 -> Filters.in(field, value(), value());
      case 5 -> new Document(field, new Document("$eq", value()).append("$ne", value()));
      case 6 -> Filters.or(Filters.eq(field, value()), Filters.gt(pick(FIELDS), value()));
      case 7 -> Filters.exists(field, random.nextBoolean());
      default -> Filters.eq(field, random.nextInt(10) == 0 ? null : value());
    };
  }

  private Document document(String id) {
    var state = new Document();
    for (String field : List.of("standing", "changedAt", "risk")) {
      if (random.nextInt(6) > 0) {
        state.append(field, random.nextInt(8) == 0 ? null : value());
      }
    }
    var document = new Document("_id", id);
    if (random.nextInt(3) == 0) {
      document.append("wakeAt", value());
    }
    return document.append("state", state);
  }

  private Object odd() {
    return switch (random.nextInt(3)) {
      case 0 -> List.of(value(), value());
      case 1 -> new Document("part", value());
      default -> (1L << 40) + 0.25 * random.nextInt(8);
    };
  }

  private Object value() {
    int n = random.nextInt(6);
    return switch (random.nextInt(12)) {
      case 0 -> n;
      case 1 -> (double) n;
      case 2 -> n + 0.5;
      case 3 -> (1L << 40) + n;
      case 4 -> random.nextBoolean();
      case 5 -> new UUID(7, n).toString();
      case 6, 7, 8 -> new Date(n);
      default -> List.of("OPEN", "FROZEN", "ENDED").get(n % 3);
    };
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
