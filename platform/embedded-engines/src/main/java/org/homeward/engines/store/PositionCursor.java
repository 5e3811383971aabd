package org.homeward.engines.store;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads and matches documents as they are asked for, so that a long answer takes no memory. */
final class PositionCursor implements Cursor {
  private final long id;
  private final int[] positions;
  private final IntFunction<@Nullable Document> documents;
  private final Predicate<Document> filter;
  private final UnaryOperator<Document> projection;
  private int at;

  PositionCursor(
      long id,
      int[] positions,
      IntFunction<@Nullable Document> documents,
      Predicate<Document> filter,
      UnaryOperator<Document> projection) {
    this.id = id;
    this.positions = positions;
    this.documents = documents;
    this.filter = filter;
    this.projection = projection;
  }

  @Override
  public long getId() {
    return id;
  }

  @Override
  public boolean isEmpty() {
    return at == positions.length;
  }

  /** Leaves out documents that are gone meanwhile. */
  @Override
  public List<Document> takeDocuments(int wanted) {
    List<Document> taken = new ArrayList<>();
    while (taken.size() < wanted && at < positions.length) {
      Document document = documents.apply(positions[at++]);
      if (document != null && filter.test(document)) {
        taken.add(projection.apply(document));
      }
    }
    return taken;
  }
}
