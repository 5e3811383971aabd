package org.homeward.alert.orders.preview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.homeward.schema.values.Audience;

/**
 * The languages of an alert to everybody: those of its area and of the office that orders it, and
 * English. A language that nobody speaks there would tell where the child comes from.
 */
public final class OpenLanguages {

  private static final String EVERYWHERE = "en";

  private static final Map<String, String> SPOKEN =
      Map.of("RS", "sr", "BA", "sr", "ME", "sr", "GR", "el", "CY", "el");

  private OpenLanguages() {}

  /** Those of an alert, that of its area first. */
  public static List<String> inOrder(PreviewDocument alert) {
    String first = SPOKEN.getOrDefault(alert.rule().area().country(), EVERYWHERE);
    return alert.parts().keySet().stream()
        .sorted(Comparator.comparing((String language) -> !language.equals(first)))
        .toList();
  }

  /** Volunteers chose their language themselves. */
  static boolean suit(AlertWish wish, String officeCountry, String language) {
    return wish.to() == Audience.VOLUNTEER
        || language.equals(EVERYWHERE)
        || language.equals(SPOKEN.get(wish.area().country()))
        || language.equals(SPOKEN.get(officeCountry)); // upholds 6
  }
}
