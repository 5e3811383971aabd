package org.homeward.durable.log;

import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One key of a sealed log, or the statement that it is lost. Prints as its id. */
final class ChainKey {

  private static final Pattern LINE =
      Pattern.compile("([a-z0-9-]{1,20}) ([0-9a-f]{64}|lost)(?: (0|[1-9][0-9]{0,17}))?");

  private static final String LOST = "lost";

  private final String id;
  private final byte[] secret;
  private final OptionalLong from;

  /**
   * @param secret empty for a key that is lost
   * @param from the number of the entry with which it came into use; empty until that is noted
   */
  ChainKey(String id, byte[] secret, OptionalLong from) {
    this.id = id;
    this.secret = secret.clone();
    this.from = from;
  }

  /**
   * Reads {@code id secret [n]}, or {@code id lost [n]}.
   *
   * @throws IllegalArgumentException without quoting it
   */
  static ChainKey parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a line is not an id and 64 hex digits, or an id and 'lost'");
    }
    String secret = parts.group(2);
    String n = parts.group(3);
    return new ChainKey(
        parts.group(1),
        secret.equals(LOST) ? new byte[0] : HexFormat.of().parseHex(secret),
        n == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(n)));
  }

  String line() {
    String key = id + " " + (isLost() ? LOST : HexFormat.of().formatHex(secret));
    return from.isPresent() ? key + " " + from.getAsLong() : key;
  }

  String id() {
    return id;
  }

  byte[] secret() {
    return secret.clone();
  }

  /** Entries that it sealed cannot be checked any more. */
  boolean isLost() {
    return secret.length == 0;
  }

  OptionalLong from() {
    return from;
  }

  @Override
  public String toString() {
    return "ChainKey[" + id + "]";
  }
}
