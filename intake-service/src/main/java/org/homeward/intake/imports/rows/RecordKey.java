package org.homeward.intake.imports.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a record: the same one may come in many files, and changes nothing when it is
 * known.
 *
 * @param record id that its source gave it
 * @param version when its source wrote it, or a digest of what it says where nobody dated it
 */
public record RecordKey(String record, String version) {

  private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z)?");

  public RecordKey {
    requireNonNull(record, "record");
    requireNonNull(version, "version");
  }

  static RecordKey of(String record, @Nullable String written, SourceRow row) {
    return new RecordKey(record, written == null ? digest(row) : written);
  }

  /** Whether this was written before another of the same record, as far as both are dated. */
  public boolean isOlderThan(String other) {
    return isDate(version) && isDate(other) && version.compareTo(other) < 0;
  }

  private static boolean isDate(String text) {
    return DATED.matcher(text).matches();
  }

  private static String digest(SourceRow row) {
    var all = new StringBuilder();
    add(row.fields(), all);
    row.notes().forEach(note -> add(note, all.append('\n')));
    return "sha256:" + sha256(all.toString());
  }

  private static void add(Map<String, String> fields, StringBuilder all) {
    new TreeMap<>(fields)
        .forEach((field, value) -> all.append(field).append('=').append(value).append('\u0000'));
  }

  /** SHA-256, hex. */
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public String toString() {
    return "RecordKey[redacted]";
  }
}
