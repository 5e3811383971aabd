package org.homeward.trials.soak.look;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.jspecify.annotations.Nullable;

/** Checks one append-only log of a service, from the entry where the last check ended. */
final class ChainLook {
  private static final String MAC = "HmacSHA256";

  private final MongoCollection<Document> log;
  private final Path keys;
  private final Map<String, Long> looks = new HashMap<>();
  private long last = -1;
  private String hash = "";

  /**
   * @param keys the file of the keys that seal its entries; absent for a plain log
   */
  ChainLook(MongoCollection<Document> log, Path keys) {
    this.log = log;
    this.keys = keys;
  }

  /** Returns the number of the first entry that does not follow from the one before, or -1. */
  long readOn() {
    for (Document entry : log.find(gt("_id", last)).sort(Sorts.ascending("_id"))) {
      long n = entry.get("_id", Number.class).longValue();
      Document fields = entry.get("fields", Document.class);
      String expected = hash(hash, n, entry.getString("ref"), fields, entry.getString("key"));
      if (n != last + 1 || !expected.equals(entry.getString("hash"))) {
        return n;
      }
      last = n;
      hash = expected;
      count(fields);
    }
    return -1;
  }

  /** By case and person. */
  Map<String, Long> looks() {
    return looks;
  }

  private void count(Document fields) {
    String reader = fields.getString("reader");
    if ("DISCLOSED".equals(fields.getString("verb")) && reader != null) {
      List<String> subjects = fields.getList("subjects", String.class, List.of());
      subjects.forEach(subject -> looks.merge(NodeEnd.look(subject, reader), 1L, Long::sum));
    }
  }

  /** Repeats the log's computation on purpose, so that an error in the log cannot hide itself. */
  private String hash(String before, long n, String ref, Document fields, @Nullable String key) {
    String place = before + '\n' + n + '\n' + ref + '\n' + (key == null ? "" : key + '\n');
    byte[] bytes = (place + fields.toJson()).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of()
          .formatHex(
              key == null
                  ? MessageDigest.getInstance("SHA-256").digest(bytes)
                  : mac(key).doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Mac mac(String key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(MAC);
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret(key)), MAC));
    return mac;
  }

  /** A line of the file has an id, a secret and sometimes the number of its first entry. */
  private String secret(String key) {
    try {
      return Files.readAllLines(keys).stream()
          .map(line -> line.split(" "))
          .filter(parts -> parts[0].equals(key))
          .map(parts -> parts[1])
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("there is no key " + key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
