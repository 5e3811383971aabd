package org.homeward.durable.document;

import org.bson.Document;

/**
 * The stored form of a document when it was read. Two are always equal, because a document's
 * identity does not depend on its storage.
 */
public final class Stored {

  static final Stored NOWHERE = new Stored(new Document(), 0, "", 0, 0, DueTimes.none());

  private final Document state;
  private final int schema;
  private final String token;
  private final int historyEntries;
  private final long historyBytes;
  private final DueTimes dues;

  /**
   * @param schema the shape of {@code state}
   * @param token of the write that left it so
   * @param historyEntries how many stand in the document; older ones stand in a collection
   * @param dues with the times at which they were set
   */
  Stored(
      Document state,
      int schema,
      String token,
      int historyEntries,
      long historyBytes,
      DueTimes dues) {
    this.state = state;
    this.schema = schema;
    this.token = token;
    this.historyEntries = historyEntries;
    this.historyBytes = historyBytes;
    this.dues = dues;
  }

  Document state() {
    return state;
  }

  int schema() {
    return schema;
  }

  /** About how much room the state takes. */
  public long bytes() {
    return StateSize.about(state);
  }

  String token() {
    return token;
  }

  int historyEntries() {
    return historyEntries;
  }

  long historyBytes() {
    return historyBytes;
  }

  DueTimes dues() {
    return dues;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stored;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "Stored[]";
  }
}
