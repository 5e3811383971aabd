package org.homeward.durable.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Marks in documents that make no new version: published changes and claims of alarms. */
public final class Marks {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> documents;
  private final Clock clock;
  private final ObjLongConsumer<String> published;

  /**
   * @param published is told which document's changes are out, up to which version
   */
  Marks(MongoCollection<Document> documents, Clock clock, ObjLongConsumer<String> published) {
    this.documents = documents;
    this.clock = clock;
    this.published = published;
  }

  /** Marks the changes of a document up to a version as published. */
  public void out(String id, long version) {
    published.accept(id, version);
  }

  /** A document and the time at which somebody must look at it. */
  public record Due(String id, Instant at) {}

  /** Documents whose publication is due by then, the oldest first. */
  public List<Due> unpublished(Instant until, int limit) {
    return due("publishAt", until, limit);
  }

  /** Documents with an alarm that is due by then, the oldest first. */
  public List<Due> alarms(Instant until, int limit) {
    return due("wakeAt", until, limit);
  }

  private List<Due> due(String field, Instant until, int limit) {
    return documents
        .find(lte(field, Date.from(until)))
        .projection(Projections.include(field))
        .sort(Sorts.ascending(field))
        .limit(limit)
        .map(found -> new Due(found.getString("_id"), found.getDate(field).toInstant()))
        .into(new ArrayList<>());
  }

  /** A due that was postponed by a clock that was ahead, or by a writer that died, is due now. */
  public void publishNow() {
    Date now = Date.from(clock.instant());
    documents.updateMany(gt("publishAt", now), set("publishAt", now));
  }

  /**
   * Takes the changes off that are published, of each document up to a version. Where a newer
   * version was written meanwhile its changes stay, and so does the time at which the sweep looks;
   * when that finds nothing pending it comes here again.
   */
  public void published(Map<String, Long> versions) {
    var whole = new ArrayList<WriteModel<Document>>();
    var changes = new ArrayList<WriteModel<Document>>();
    versions.forEach(
        (id, version) -> {
          Bson done = pull("changes", new Document("n", new Document("$lte", version)));
          whole.add(
              new UpdateOneModel<>(
                  and(eq("_id", id), eq("version", version)), combine(done, unset("publishAt"))));
          changes.add(new UpdateOneModel<>(eq("_id", id), done));
        });
    if (documents.bulkWrite(whole, UNORDERED).getMatchedCount() < whole.size()) {
      documents.bulkWrite(changes, UNORDERED);
    }
  }

  /** One of several instances gets true; if it crashes, the alarm fires again at {@code until}. */
  public boolean claim(Due due, Instant until) {
    return documents
            .updateOne(
                and(eq("_id", due.id()), eq("wakeAt", Date.from(due.at()))),
                set("wakeAt", Date.from(until)))
            .getMatchedCount()
        == 1;
  }

  /**
   * Ends claims that last longer than any can: a clock that was ahead wrote them, and who claimed
   * may have died before the alarm was answered. Reads every alarm after {@code longest} once.
   */
  public void endClaimsAfter(Instant longest) {
    Date now = Date.from(clock.instant());
    for (Document waiting :
        documents
            .find(gt("wakeAt", Date.from(longest)))
            .projection(Projections.include("dues", "wakeAt"))) {
      Document dues = waiting.get("dues", new Document());
      if (dues.values().stream().anyMatch(due -> !((Date) due).after(now))) {
        documents.updateOne(
            and(eq("_id", waiting.getString("_id")), eq("wakeAt", waiting.getDate("wakeAt"))),
            set("wakeAt", now));
      }
    }
  }

  /**
   * Sets the dues anew that a clock which is ahead has set. Such a clock is off by at least as much
   * as it is ahead of this one; a due that waits for it would ring as much too late.
   *
   * @param latest a due that was set after this was set by such a clock
   * @return how many documents had one; call again when it is {@code limit}
   */
  public int judgeAnew(Instant latest, int limit) {
    List<Document> found =
        documents
            .find(gt(DueTimes.LAST_SET, Date.from(latest)))
            .projection(Projections.include("write", "wakeAt", "dues", "duesSet"))
            .limit(limit)
            .into(new ArrayList<>());
    found.forEach(this::judgeAnew);
    return found.size();
  }

  /** One that is claimed stays so: the claim may be the right to send. */
  private void judgeAnew(Document found) {
    DueTimes said = DueTimes.of(found);
    DueTimes now = said.judgedAnew(clock.instant());
    Date wakeAt = found.getDate("wakeAt");
    boolean isClaimed = said.earliest().filter(due -> wakeAt.toInstant().isAfter(due)).isPresent();
    Bson dues = combine(now.whole(), StoredForm.anotherWrite());
    documents.updateOne(
        and(
            eq("_id", found.getString("_id")),
            eq("write", found.getString("write")),
            eq("wakeAt", wakeAt)),
        isClaimed ? dues : combine(dues, now.wake()));
  }

  /** Makes a later due of this name due now. */
  public void bringForward(String name) {
    String due = "dues." + name;
    Date now = Date.from(clock.instant());
    documents.updateMany(
        gt(due, now), combine(set(due, now), set("wakeAt", now), StoredForm.anotherWrite()));
  }
}
