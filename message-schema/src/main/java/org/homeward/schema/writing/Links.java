package org.homeward.schema.writing;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.codes.TopLevelDomains;

/** Text that a mail program or a telephone would make a link of, with or without a scheme. */
public final class Links {

  private static final Pattern SCHEME =
      Pattern.compile("(?iu)://|\\bwww\\.|\\S@\\S|\\b(?:mailto|tel|data|javascript):");

  /** The characters of host names, without dots. */
  private static final String LABEL = "[\\p{L}\\p{M}\\p{N}_-]";

  /** A label after a dot; another dot may follow it, for programs differ in where a name ends. */
  private static final Pattern AFTER_A_DOT = Pattern.compile("(?<=" + LABEL + "\\.)" + LABEL + "+");

  /** The full stops of other scripts are dots in the names of hosts (RFC 3490). */
  private static final Pattern OTHER_DOTS = Pattern.compile("[\u3002\uFF0E\uFF61]");

  /** An initial before a name that goes on in small letters. */
  private static final Pattern INITIAL =
      Pattern.compile("(?<!" + LABEL + ")(\\p{Lu}\\p{M}*\\.)(?=\\p{Lu}\\p{M}*\\p{Ll})");

  private Links() {}

  /** A dot makes a link only before a real top-level domain, so that initials stay names. */
  public static boolean isIn(String text) {
    String plain =
        OTHER_DOTS
            .matcher(Normalizer.normalize(unjoined(text), Normalizer.Form.NFKC))
            .replaceAll(".");
    if (SCHEME.matcher(plain).find()) {
      return true;
    }
    Matcher labels = AFTER_A_DOT.matcher(plain);
    return labels.results().anyMatch(label -> TopLevelDomains.has(trimmed(label.group())));
  }

  /**
   * The same with a space after initials, so that those before a surname that is a domain too, as
   * in {@code Y.Li}, lead nowhere.
   */
  public static String withInitialsApart(String text) {
    return INITIAL.matcher(text).replaceAll("$1 ");
  }

  private static String unjoined(String text) {
    return text.codePoints()
        .filter(point -> !CodePoints.isJoiner(point) && !CodePoints.isDirectionMark(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String trimmed(String label) {
    int end = label.length();
    while (end > 0 && (label.charAt(end - 1) == '-' || label.charAt(end - 1) == '_')) {
      end--;
    }
    return label.substring(0, end);
  }
}
