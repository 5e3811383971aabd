package org.homeward.intake.imports.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a record: the same one may come in many files, and changes nothing when it is
 * known.
 *
 * @param record id that its source gave it
 * @param version when its source wrote it, or a digest of what it says where nobody dated it
 * @param digest of what it says
 */
public record RecordKey(String record, String version, String digest) {

  private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z)?");
  private static final Pattern NOTE =
      Pattern.compile("note:.*:(?<date>\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z)");
  private static final Pattern END = Pattern.compile(" sha256:[0-9a-f]{64}$");

  public RecordKey {
    record = withSmallDomain(requireNonNull(record, "record"));
    requireNonNull(version, "version");
    requireNonNull(digest, "digest");
  }

  static RecordKey of(String record, @Nullable String written, SourceRow row) {
    String digest = digest(row);
    return new RecordKey(record, written == null ? digest : written, digest);
  }

  /** Domains are the same in capitals. */
  private static String withSmallDomain(String record) {
    int end = record.indexOf('/');
    return end < 0
        ? record
        : record.substring(0, end).toLowerCase(Locale.ROOT) + record.substring(end);
  }

  /** What is kept of it with its report: its version and what that says. */
  public String stamp() {
    return version.equals(digest) ? version : version + " " + digest;
  }

  /** Whether this was written before another of the same record, as far as both are dated. */
  public boolean isOlderThan(String stamp) {
    Optional<Instant> mine = dated(version);
    Optional<Instant> other = dated(version(stamp));
    return mine.isPresent() && other.isPresent() && mine.get().isBefore(other.get());
  }

  /** Whether another of the same record is the same version, whatever it says. */
  public boolean isAsOldAs(String stamp) {
    Optional<Instant> mine = dated(version);
    return version.equals(version(stamp))
        || (mine.isPresent() && mine.equals(dated(version(stamp))));
  }

  /** Whether all that another says, or a note about the same record, was written before. */
  public boolean isAtLeastAsNewAs(String stamp) {
    Optional<Instant> mine = dated(version);
    String other = version(stamp);
    Matcher note = NOTE.matcher(other);
    Optional<Instant> then = dated(note.matches() ? note.group("date") : other);
    return mine.isPresent() && then.isPresent() && !mine.get().isBefore(then.get());
  }

  private static String version(String stamp) {
    return END.matcher(stamp).replaceFirst("");
  }

  private static Optional<Instant> dated(String version) {
    return DATED.matcher(version).matches() ? RowDates.dated(version) : Optional.empty();
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
