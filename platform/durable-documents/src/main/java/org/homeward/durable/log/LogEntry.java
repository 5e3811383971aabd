package org.homeward.durable.log;

import org.bson.Document;

/**
 * One entry: {@code n + 1} exists only after {@code n}.
 *
 * @param ref names what is recorded, once in the whole log
 * @param fields ids, versions and codes; never content
 * @param hash SHA-256 over the hash before, n, ref and fields as stored
 */
public record LogEntry(long n, String ref, Document fields, String hash) {

  /** It records nothing but that the data were restored. */
  public boolean isEpoch() {
    return ref.startsWith("epoch/");
  }
}
