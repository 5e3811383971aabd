package org.homeward.durable.log;

import org.bson.Document;

/** Evidence of a log outside its store: the hash that an entry had. */
public record Witness(String epoch, long n, String hash) {

  static final String SUPERSEDED = "supersedes";

  Document document() {
    return new Document("epoch", epoch).append("n", n).append("hash", hash);
  }

  static Witness of(Document document) {
    return new Witness(
        document.getString("epoch"), document.getLong("n"), document.getString("hash"));
  }
}
