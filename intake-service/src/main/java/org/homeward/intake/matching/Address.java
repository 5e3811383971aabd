package org.homeward.intake.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.schema.values.Place;

/** An address in a form that is the same in whatever script and with whatever signs it is typed. */
public final class Address {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]");
  private static final Pattern LATIN = Pattern.compile("[a-z]+");

  private Address() {}

  /** Empty where no town or no house number is known: many live in one street. */
  public static Optional<String> of(Place place) {
    String town = plain(place.locality() == null ? "" : place.locality());
    String text = plain(place.text() == null ? "" : place.text());
    return town.isEmpty() || !NUMBER.matcher(text).find()
        ? Optional.empty()
        : Optional.of(town + ", " + text);
  }

  /** Its town in that form; empty where none is known. */
  static String town(Place place) {
    return plain(place.locality() == null ? "" : place.locality());
  }

  private static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(folded)) {
      if (!word.isEmpty()) {
        words.add(NUMBER.matcher(word).find() ? word : latin(word));
      }
    }
    return String.join(" ", words);
  }

  /** Most words are that already, and an index reads the addresses of all cases. */
  private static String latin(String word) {
    return LATIN.matcher(word).matches()
        ? word
        : Readings.of(word).ways().stream().findFirst().orElse(word);
  }
}
