package org.homeward.durable.document;

import static org.homeward.durable.document.Listing.CHANGED_AT;

import java.util.List;

/** The order of a list: the highest rank, then the newest change. */
public enum ListOrder {
  CHANGED(List.of(CHANGED_AT, "_id")),
  RANK(List.of(Listing.RANK, CHANGED_AT, "_id"));

  private final List<String> fields;

  ListOrder(List<String> fields) {
    this.fields = fields;
  }

  /** Of the stored document; all descending, the last of them unique. */
  List<String> fields() {
    return fields;
  }
}
