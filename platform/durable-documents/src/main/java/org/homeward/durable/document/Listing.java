package org.homeward.durable.document;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.bson.Document;

/**
 * How documents are listed: those with one value in one field of their state, by last change or by
 * rank. Both are stored beside the state in the write that makes them so.
 *
 * @param field of the state; named alike in every shape
 * @param rank the higher, the further up
 * @param begun when a document began; it dates those whose changes were not dated when stored
 */
public record Listing<S>(String field, ToIntFunction<S> rank, Function<S, Instant> begun) {

  static final String CHANGED_AT = "changedAt";
  static final String RANK = "rank";

  /** A document that is new, or was not listed before. */
  void add(Document to, S state, Instant changedAt) {
    to.append(CHANGED_AT, Date.from(changedAt)).append(RANK, rank.applyAsInt(state));
  }

  /** A write that nobody is told of, such as an alarm, moves no document; a new rank does. */
  void update(Document set, Guarded<S> read, S state, List<String> changes, Instant now) {
    int next = rank.applyAsInt(state);
    set.append(RANK, next);
    if (!changes.isEmpty() || next != rank.applyAsInt(read.state())) {
      set.append(CHANGED_AT, Date.from(now));
    }
  }

  /** The order of ids decides between those that changed in one millisecond. */
  List<Document> indexes() {
    return List.of(
        new Document(on(), 1).append(CHANGED_AT, -1).append("_id", -1),
        new Document(on(), 1).append(RANK, -1).append(CHANGED_AT, -1).append("_id", -1));
  }

  /** The field as it stands in the stored document. */
  String on() {
    return "state." + field;
  }
}
