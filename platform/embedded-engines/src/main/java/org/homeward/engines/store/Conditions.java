package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The conditions that a filter puts on every match, read from its top level and its $and. */
final class Conditions {
  private static final List<String> RANGE = List.of("$gt", "$gte", "$lt", "$lte");

  private Conditions() {}

  /**
   * Field → value or operators; null and arrays are left out, because they can match in several
   * ways.
   */
  static Document of(Document filter) {
    var found = new Document();
    each(filter, found::putIfAbsent);
    return found;
  }

  /** Field → each value or operator that its value must match. */
  static Map<String, List<Object>> all(Document filter) {
    Map<String, List<Object>> found = new HashMap<>();
    each(filter, (field, value) -> found.computeIfAbsent(field, f -> new ArrayList<>()).add(value));
    return found;
  }

  /** The one plain value that a field must have, or null. */
  static @Nullable Object equality(Map<String, List<Object>> all, String field) {
    for (Object condition : all.getOrDefault(field, List.of())) {
      Object value = isOperators(condition) ? ((Document) condition).get("$eq") : condition;
      if (KeyField.isPlain(value)) {
        return value;
      }
    }
    return null;
  }

  /** The plain bound of a range on a field, or null. */
  static @Nullable Object bound(
      Map<String, List<Object>> all, String field, List<String> operators) {
    for (Object condition : all.getOrDefault(field, List.of())) {
      for (String operator : operators) {
        if (condition instanceof Document range && KeyField.isPlain(range.get(operator))) {
          return range.get(operator);
        }
      }
    }
    return null;
  }

  static boolean mustExist(Map<String, List<Object>> all, String field) {
    return all.getOrDefault(field, List.of()).stream()
        .anyMatch(c -> c instanceof Document d && Boolean.TRUE.equals(d.get("$exists")));
  }

  /** Whether an upsert with this filter takes its _id from it. */
  static boolean nameOneId(@Nullable Object filter) {
    if (!(filter instanceof Document d)) {
      return false;
    }
    Object id = of(d).get("_id");
    return id != null && !isOperators(id);
  }

  /** The document with these fields only, or null when a field is missing. */
  static @Nullable Document pick(Document conditions, List<String> fields) {
    var picked = new Document();
    for (String field : fields) {
      if (!conditions.containsKey(field)) {
        return null;
      }
      picked.put(field, conditions.get(field));
    }
    return picked;
  }

  /** The bound of a range on a field, or null: {@code bound(c, "_id", "$gt", "$gte")}. */
  static @Nullable Object bound(Document conditions, String field, String... operators) {
    if (conditions.get(field) instanceof Document range && isOperators(range)) {
      for (String operator : operators) {
        if (range.get(operator) != null) {
          return range.get(operator);
        }
      }
    }
    return null;
  }

  /** Whether a document without the field cannot match. */
  static boolean needs(Document conditions, String field) {
    return !field.contains(".")
        && RANGE.stream().anyMatch(operator -> bound(conditions, field, operator) != null);
  }

  /** The fields that a purely excluding projection leaves out; empty for any other projection. */
  static Set<String> leftOut(@Nullable Document projection) {
    if (projection == null) {
      return Set.of();
    }
    boolean plain =
        projection.entrySet().stream()
            .allMatch(e -> !e.getKey().contains(".") && !e.getKey().equals("_id") && isZero(e));
    return plain ? projection.keySet() : Set.of();
  }

  private static boolean isZero(Map.Entry<String, Object> field) {
    return field.getValue() instanceof Number n && n.doubleValue() == 0;
  }

  static boolean mention(@Nullable Object filter, String operator) {
    return switch (filter) {
      case Document d ->
          d.containsKey(operator) || d.values().stream().anyMatch(v -> mention(v, operator));
      case Collection<?> many -> many.stream().anyMatch(v -> mention(v, operator));
      case null, default -> false;
    };
  }

  private static void each(Document filter, BiConsumer<String, Object> found) {
    filter.forEach(
        (key, value) -> {
          if (key.equals("$and") && value instanceof List<?> parts) {
            parts.forEach(part -> each((Document) part, found));
          } else if (!key.startsWith("$") && isPlain(value)) {
            found.accept(key, Objects.requireNonNull(value));
          }
        });
  }

  private static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Collection<?> several -> false;
      case Document d when d.get("$in") instanceof Collection<?> in -> !in.contains(null);
      default -> true;
    };
  }

  private static boolean isOperators(Object value) {
    return value instanceof Document d && d.keySet().stream().anyMatch(k -> k.startsWith("$"));
  }
}
