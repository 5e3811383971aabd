package org.homeward.pictures.papers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The watched names in bytes that come piece by piece, also where a letter is written as its code.
 */
final class PdfNames {

  /** A watched name with each letter written as {@code #xx}. */
  private static final int LONGEST = 64;

  private static final int OUTSIDE = -1;
  private static final int ESCAPED = 3;
  private static final int HEX = 16;
  private static final String DELIMITERS = "\0\t\n\f\r ()<>[]{}/%";

  /** Short names, which chance writes in pictures too: they count where a value follows. */
  private static final Set<String> SHORT = Set.of("AA", "EF");

  private final Predicate<String> watched;
  private final Set<String> found;
  private final byte[] name = new byte[LONGEST];
  private int length = OUTSIDE;
  private String unsure = "";

  PdfNames() {
    this(PdfWalk::isWatched, new HashSet<>());
  }

  /**
   * @param found what is found is added to it
   */
  PdfNames(Predicate<String> watched, Set<String> found) {
    this.watched = watched;
    this.found = found;
  }

  /** Of other bytes, which come between those of this one. */
  PdfNames beside() {
    return new PdfNames(watched, found);
  }

  /** Whether a word ends before it. */
  static boolean isDelimiter(byte next) {
    return next >= 0 && DELIMITERS.indexOf(next) >= 0;
  }

  Set<String> found() {
    return found;
  }

  void read(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte next = bytes[at];
      if (next == '/') {
        endName();
        length = 0;
      } else if (length != OUTSIDE) {
        inName(next);
      }
      if (length == OUTSIDE && !unsure.isEmpty()) {
        beforeValue(next);
      }
    }
  }

  private void inName(byte next) {
    if (isDelimiter(next)) {
      endName();
    } else if (length == LONGEST) {
      length = OUTSIDE;
    } else {
      name[length++] = next;
    }
  }

  /** Ends a name that is open. */
  void end() {
    endName();
    unsure = "";
  }

  private void endName() {
    unsure = "";
    if (length > 0) {
      String read = unescaped(new String(name, 0, length, ISO_8859_1));
      if (SHORT.contains(read) && watched.test(read)) {
        unsure = read;
      } else if (watched.test(read)) {
        found.add(read);
      }
    }
    length = OUTSIDE;
  }

  /** The value is a dictionary or the number of one; a comment can hide it. */
  private void beforeValue(byte next) {
    if (next == '<' || next == '%' || next >= '0' && next <= '9') {
      found.add(unsure);
      unsure = "";
    } else if (!isDelimiter(next) || "()[]{}>".indexOf(next) >= 0) {
      unsure = "";
    }
  }

  private static String unescaped(String name) {
    if (name.indexOf('#') < 0) {
      return name;
    }
    var plain = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      int code = name.charAt(at) == '#' ? code(name, at) : OUTSIDE;
      if (code == OUTSIDE) {
        plain.append(name.charAt(at));
      } else {
        plain.append((char) code);
        at += ESCAPED - 1;
      }
    }
    return plain.toString();
  }

  private static int code(String name, int at) {
    if (at + ESCAPED > name.length()) {
      return OUTSIDE;
    }
    int high = Character.digit(name.charAt(at + 1), HEX);
    int low = Character.digit(name.charAt(at + 2), HEX);
    return high < 0 || low < 0 ? OUTSIDE : high * HEX + low;
  }
}
