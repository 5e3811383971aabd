package org.homeward.durable.recovery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The mark in a database, and the record of the last restore: {@code markers/run}. */
public final class RunMarks {

  private static final Bson RUN = eq("_id", "run");
  private static final String RECOVERY = "recovery";

  private final MongoCollection<Document> markers;

  public RunMarks(MongoDatabase database) {
    markers = database.getCollection("markers");
  }

  /**
   * The record of the last restore.
   *
   * @param at when it was found
   * @param last the newest mark that was noted before; what came after the copy's is lost
   * @param copy the mark in the copy
   * @param done everything that only takes away was done again
   * @param replayed how many, by kind
   * @param missing what it is about is not in this copy
   * @param unreadable damaged lines
   * @param retold the topic was told the present state of everything
   */
  public record Recovery(
      int incarnation,
      Instant at,
      @Nullable RunMark last,
      @Nullable RunMark copy,
      boolean done,
      Map<String, Integer> replayed,
      List<String> missing,
      int unreadable,
      boolean retold) {

    public Recovery {
      replayed = new TreeMap<>(replayed);
      missing = List.copyOf(missing);
    }
  }

  public Optional<RunMark> find() {
    return Optional.ofNullable(markers.find(RUN).first()).flatMap(RunMarks::mark);
  }

  /** Whether anything was ever written here. */
  public boolean isUsed() {
    return markers.find().first() != null;
  }

  /** Counts one more. */
  public RunMark raise(int incarnation, Instant at) {
    Document now =
        markers.findOneAndUpdate(
            RUN,
            combine(inc("n", 1L), max("incarnation", incarnation), set("at", Date.from(at))),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return Optional.ofNullable(now)
        .flatMap(RunMarks::mark)
        .orElseThrow(() -> new IllegalStateException("the mark is gone"));
  }

  /** Writes down that a restore was found, once for each incarnation; above all marks before. */
  public void begin(DataAge.Restored restored, Instant at) {
    var fresh =
        new Document("incarnation", restored.incarnation())
            .append("at", Date.from(at))
            .append("last", written(restored.last()))
            .append("copy", written(restored.copy()))
            .append("done", false);
    long above = restored.last() == null ? 0 : restored.last().n();
    try {
      Object known = markers.find(RUN).first();
      if (known == null) {
        markers.insertOne(
            new Document("_id", "run")
                .append("n", above)
                .append("at", Date.from(at))
                .append("incarnation", restored.incarnation())
                .append(RECOVERY, fresh));
        return;
      }
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
    markers.updateOne(
        and(RUN, lt("incarnation", restored.incarnation())),
        combine(max("n", above), set("incarnation", restored.incarnation()), set(RECOVERY, fresh)));
  }

  public Optional<Recovery> recovery() {
    Document run = markers.find(RUN).first();
    Document recovery = run == null ? null : run.get(RECOVERY, Document.class);
    if (recovery == null) {
      return Optional.empty();
    }
    Map<String, Integer> replayed = new TreeMap<>();
    recovery
        .getList("replayed", Document.class, List.of())
        .forEach(each -> replayed.put(each.getString("what"), each.getInteger("times")));
    return Optional.of(
        new Recovery(
            recovery.getInteger("incarnation"),
            recovery.getDate("at").toInstant(),
            mark(recovery.get("last", Document.class)).orElse(null),
            mark(recovery.get("copy", Document.class)).orElse(null),
            recovery.getBoolean("done", false),
            replayed,
            recovery.getList("missing", String.class, List.of()),
            recovery.getInteger("unreadable", 0),
            recovery.getBoolean("retold", false)));
  }

  /** Records that ends were applied again. */
  public void replayed(Map<String, Integer> times, List<String> missing, int unreadable) {
    List<Document> each = new ArrayList<>();
    times.forEach((what, n) -> each.add(new Document("what", what).append("times", n)));
    markers.updateOne(
        RUN,
        combine(
            set("recovery.replayed", each),
            set("recovery.missing", missing),
            set("recovery.unreadable", unreadable),
            set("recovery.done", true)));
  }

  public void retold() {
    markers.updateOne(RUN, set("recovery.retold", true));
  }

  private static @Nullable Document written(@Nullable RunMark mark) {
    return mark == null
        ? null
        : new Document("n", mark.n())
            .append("incarnation", mark.incarnation())
            .append("at", Date.from(mark.at()));
  }

  private static Optional<RunMark> mark(@Nullable Document stored) {
    return stored == null || stored.get("n") == null
        ? Optional.empty()
        : Optional.of(
            new RunMark(
                stored.get("n", Number.class).longValue(),
                stored.get("incarnation", Number.class).intValue(),
                stored.getDate("at").toInstant()));
  }
}
