package org.homeward.engines.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands that this engine would replay differently or execute wrongly; it refuses them. */
final class Refusals {
  private static final Set<String> INDEX_OPTIONS =
      Set.of("v", "key", "name", "ns", "unique", "sparse", "background");
  private static final Set<String> CREATE_OPTIONS =
      Set.of("create", "$db", "writeConcern", "lsid", "$readPreference", "comment");
  private static final Set<String> REFUSED_STAGES = Set.of("$out", "$merge", "$changeStream");

  /**
   * A little more than MongoDB's 100. A document that overflows the stack once would do so at every
   * start.
   */
  private static final int MAX_DEPTH = 110;

  private Refusals() {}

  static void check(String name, Document command) {
    refuseIf(isDeeper(command, MAX_DEPTH), "documents nested deeper than " + MAX_DEPTH);
    refuseIf(command.containsKey("startTransaction"), "transactions");
    refuseIf(command.containsKey("collation"), "collation");
    switch (CommandKind.plain(name)) {
      case "insert" ->
          documents(command, "documents")
              .forEach(d -> refuseIf(!d.containsKey("_id"), "inserts without _id"));
      case "update" -> {
        List<Document> updates = documents(command, "updates");
        refuseIf(
            updates.size() > 1 && !Boolean.FALSE.equals(command.get("ordered")),
            "ordered bulk updates (it would go on after an error); use ordered(false)");
        updates.forEach(u -> checkUpdate(u, u.get("q"), u.get("u")));
      }
      case "delete" -> documents(command, "deletes").forEach(d -> checkFilter(d, d.get("q")));
      case "findandmodify" -> checkUpdate(command, command.get("query"), command.get("update"));
      case "create" -> refuseOthers(command, CREATE_OPTIONS, "collection option ");
      case "createindexes" ->
          documents(command, "indexes")
              .forEach(i -> refuseOthers(i, INDEX_OPTIONS, "index option "));
      case "dropindexes" -> refuseIf(true, "dropIndexes (it forgets those of other collections)");
      case "aggregate" ->
          documents(command, "pipeline")
              .forEach(
                  stage -> stage.keySet().forEach(s -> refuseIf(REFUSED_STAGES.contains(s), s)));
      default -> {}
    }
  }

  private static void checkUpdate(
      Document options, @Nullable Object query, @Nullable Object update) {
    checkFilter(options, query);
    if (update == null) {
      return; // findAndModify that removes
    }
    refuseIf(!(update instanceof Document), "pipeline updates");
    Document change = (Document) update;
    refuseIf(change.containsKey("$currentDate"), "$currentDate");
    refuseIf(
        Boolean.TRUE.equals(options.get("upsert"))
            && !Conditions.nameOneId(query)
            && !change.containsKey("_id")
            && !(change.get("$setOnInsert") instanceof Document d && d.containsKey("_id")),
        "upserts without _id");
  }

  private static void checkFilter(Document options, @Nullable Object query) {
    refuseIf(options.containsKey("collation"), "collation");
    refuseIf(Conditions.mention(query, "$expr"), "$expr in the filter of a write");
    refuseIf(Conditions.mention(query, "$where"), "$where");
  }

  private static boolean isDeeper(@Nullable Object value, int depth) {
    return switch (value) {
      case Document d -> depth == 0 || d.values().stream().anyMatch(v -> isDeeper(v, depth - 1));
      case Collection<?> c -> depth == 0 || c.stream().anyMatch(v -> isDeeper(v, depth - 1));
      case null, default -> false;
    };
  }

  private static void refuseOthers(Document options, Set<String> known, String what) {
    options.keySet().forEach(option -> refuseIf(!known.contains(option), what + option));
  }

  @SuppressWarnings("unchecked")
  private static List<Document> documents(Document command, String key) {
    return command.get(key) instanceof List<?> list ? (List<Document>) list : List.of();
  }

  private static void refuseIf(boolean wrong, String what) {
    if (wrong) {
      throw new MongoServerError(
          115, "CommandNotSupported", "not supported by the embedded store: " + what);
    }
  }
}
