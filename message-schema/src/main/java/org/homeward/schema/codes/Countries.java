package org.homeward.schema.codes;

import java.util.Locale;
import java.util.Set;

/** ISO 3166-1 alpha-2, as the JDK knows it, and Kosovo. */
public final class Countries {

  /** Kosovo has a user-assigned code which papers and networks use. */
  private static final String KOSOVO = "XK";

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  private Countries() {}

  public static boolean has(String code) {
    return CODES.contains(code) || KOSOVO.equals(code);
  }
}
