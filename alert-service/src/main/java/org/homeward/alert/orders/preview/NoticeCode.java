package org.homeward.alert.orders.preview;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a public alert's page: its reference and a check character. One wrong character, or
 * two that changed places, make no code.
 */
public final class NoticeCode {

  private static final Pattern FORM =
      Pattern.compile("([%1$s]{4})-?([%1$s]{4})([%1$s])".formatted(TakeReference.LETTERS));

  private NoticeCode() {}

  /** As {@code K7QX-2MRDU}, of the reference {@code K7QX-2MRD}. */
  static String of(String reference) {
    return reference + check(reference.replace("-", ""));
  }

  /** The reference in a code, with or without its hyphen; empty when it is no code. */
  public static Optional<String> reference(String code) {
    var form = FORM.matcher(code.toUpperCase(Locale.ROOT));
    return form.matches() && check(form.group(1) + form.group(2)) == form.group(3).charAt(0)
        ? Optional.of(form.group(1) + "-" + form.group(2))
        : Optional.empty();
  }

  /** There are 31 letters, a prime number: each place has a weight of its own. */
  private static char check(String letters) {
    int sum = 0;
    for (int place = 0; place < letters.length(); place++) {
      sum += (place + 1) * TakeReference.LETTERS.indexOf(letters.charAt(place));
    }
    return TakeReference.LETTERS.charAt(sum % TakeReference.LETTERS.length());
  }
}
