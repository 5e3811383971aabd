package org.homeward.trials.soak.look;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.homeward.trials.soak.check.EndState.NodeEnd;

/** One append-only log of a service, checked from where the last look ended. */
final class ChainLook {
  private final MongoCollection<Document> log;
  private final Map<String, Long> looks = new HashMap<>();
  private long last = -1;
  private String hash = "";

  ChainLook(MongoCollection<Document> log) {
    this.log = log;
  }

  /** Returns the number of the first entry that does not follow from the one before, or -1. */
  long readOn() {
    for (Document entry : log.find(gt("_id", last)).sort(Sorts.ascending("_id"))) {
      long n = entry.get("_id", Number.class).longValue();
      Document fields = entry.get("fields", Document.class);
      String expected = hash(hash, n, entry.getString("ref"), fields);
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

  /** As the log itself does it; written here once more on purpose. */
  private static String hash(String before, long n, String ref, Document fields) {
    String bytes = before + '\n' + n + '\n' + ref + '\n' + fields.toJson();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
