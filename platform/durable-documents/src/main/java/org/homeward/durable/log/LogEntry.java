package org.homeward.durable.log;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One entry: {@code n + 1} exists only after {@code n}.
 *
 * @param ref names what is recorded, once in the whole log
 * @param fields ids, versions and codes; never content
 * @param hash over the hash before, n, ref and fields as stored
 * @param key the id of the key that the hash was made with, where the log is sealed
 */
public record LogEntry(long n, String ref, Document fields, String hash, @Nullable String key) {

  static final String EPOCH = "epoch/";
  static final String KEY = "key/";

  static LogEntry read(Document document) {
    return new LogEntry(
        document.getLong("_id"),
        document.getString("ref"),
        document.get("fields", Document.class),
        document.getString("hash"),
        document.getString(Chain.KEY));
  }

  public boolean isSealed() {
    return key != null;
  }

  /** Whether this key, and no other secret of its id, made the hash. */
  boolean isMadeWith(String before, ChainKey own) {
    return hash.equals(Chain.hash(before, n, ref, fields, own));
  }

  /** It records nothing but that the data were restored. */
  public boolean isEpoch() {
    return ref.startsWith(EPOCH);
  }
}
