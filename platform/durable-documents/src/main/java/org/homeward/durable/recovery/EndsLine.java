package org.homeward.durable.recovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One line about an ending change: ids, codes and a time, no text of anybody.
 *
 * @param subject such as {@code case/{id}}
 * @param version of the document that this change made
 * @param what such as {@code end}
 * @param codes by name
 */
public record EndsLine(
    Instant at, String subject, long version, String what, Map<String, String> codes) {

  static final int MAX_BYTES = 512;

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:/-]{1,120}");

  public EndsLine {
    codes = new TreeMap<>(codes);
    requireWord(subject); // upholds 8
    requireWord(what);
    codes.forEach(
        (name, code) -> {
          requireWord(name);
          requireWord(code);
        });
  }

  /** The id of the document that it is about. */
  public String id() {
    return subject.substring(subject.indexOf('/') + 1);
  }

  /** The kind of document that it is about, such as {@code case}. */
  public String kind() {
    return subject.substring(0, Math.max(0, subject.indexOf('/')));
  }

  /** One line with its check sum, without an end of line. */
  String text() {
    var text = new StringBuilder().append(at).append(' ').append(subject).append(' ');
    text.append(version).append(' ').append(what);
    codes.forEach((name, code) -> text.append(' ').append(name).append('=').append(code));
    String line = text + " #" + sum(text.toString());
    if (line.length() >= MAX_BYTES) {
      throw new IllegalArgumentException("a line of the ends log is too long");
    }
    return line;
  }

  /** Empty when it is damaged. */
  static Optional<EndsLine> parse(String line) {
    int end = line.lastIndexOf(" #");
    if (end < 0 || !line.substring(end + 2).equals(sum(line.substring(0, end)))) {
      return Optional.empty();
    }
    String[] words = line.substring(0, end).split(" ", -1);
    Map<String, String> codes = new TreeMap<>();
    try {
      for (int i = 4; i < words.length; i++) {
        int is = words[i].indexOf('=');
        codes.put(words[i].substring(0, is), words[i].substring(is + 1));
      }
      return Optional.of(
          new EndsLine(
              Instant.parse(words[0]), words[1], Long.parseLong(words[2]), words[3], codes));
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }

  private static String sum(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(US_ASCII));
    return Long.toHexString(crc.getValue());
  }

  private static void requireWord(String word) {
    if (!WORD.matcher(word).matches()) {
      throw new IllegalArgumentException("the ends log takes ids and codes only");
    }
  }
}
