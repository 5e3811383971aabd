package org.homeward.intake.imports.rows;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.people.Sex;
import org.homeward.schema.values.Place;
import org.jspecify.annotations.Nullable;

/** Reads sizes, points and letters for a sex as tables write them. */
final class RowMeasures {

  private static final Pattern CENTIMETRES = Pattern.compile("(\\d{2,3})(?:[.,]0+)? ?(?:cm)?");
  private static final Pattern METRES = Pattern.compile("([0-2])[.,](\\d{1,2}) ?m?");
  private static final Pattern METRES_FIRST = Pattern.compile("([0-2]) ?m ?(\\d{2})");
  private static final Pattern FEET =
      Pattern.compile("([0-7]) ?(?:'|′|’|ft) ?(?:(\\d{1,2}) ?(?:\"|″|”|''|in)?)?");
  private static final Pattern WEIGHT = Pattern.compile("(\\d{1,3})(?:[.,](\\d))? ?(kg|lb|lbs)?");
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}([.,]\\d{1,12})?");
  private static final double CENTIMETRES_AN_INCH = 2.54;
  private static final double KILOS_A_POUND = 0.453_592_37;
  private static final int INCHES_A_FOOT = 12;
  private static final int SMALLEST = 20;
  private static final int TALLEST = 250;
  private static final int NORTH = 90;
  private static final int EAST = 180;

  /** Letters and words for a sex, in small letters, by the languages that tables come in. */
  private static final Map<String, Sex> SEXES =
      Map.ofEntries(
          Map.entry("m", Sex.MALE),
          Map.entry("male", Sex.MALE),
          Map.entry("boy", Sex.MALE),
          Map.entry("muški", Sex.MALE),
          Map.entry("м", Sex.MALE), // Cyrillic
          Map.entry("мушки", Sex.MALE),
          Map.entry("ч", Sex.MALE), // чоловік
          Map.entry("α", Sex.MALE), // άρρεν, αγόρι
          Map.entry("ά", Sex.MALE),
          Map.entry("ذ", Sex.MALE), // ذكر
          Map.entry("ذكر", Sex.MALE),
          Map.entry("f", Sex.FEMALE),
          Map.entry("female", Sex.FEMALE),
          Map.entry("girl", Sex.FEMALE),
          Map.entry("ž", Sex.FEMALE),
          Map.entry("ženski", Sex.FEMALE),
          Map.entry("ж", Sex.FEMALE), // Cyrillic
          Map.entry("женски", Sex.FEMALE),
          Map.entry("θ", Sex.FEMALE), // θήλυ
          Map.entry("κ", Sex.FEMALE), // κορίτσι
          Map.entry("w", Sex.FEMALE), // weiblich
          Map.entry("أ", Sex.FEMALE), // أنثى
          Map.entry("أنثى", Sex.FEMALE),
          Map.entry("other", Sex.OTHER));

  /** Letters that mean a sex in one language only. */
  private static final Map<String, Sex> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("pl k", Sex.FEMALE), // kobieta
          Map.entry("tr k", Sex.FEMALE), // kadın, kız
          Map.entry("tr e", Sex.MALE), // erkek
          Map.entry("hu n", Sex.FEMALE), // nő
          Map.entry("hu l", Sex.FEMALE), // lány
          Map.entry("fr h", Sex.MALE), // homme
          Map.entry("es h", Sex.MALE), // hombre
          Map.entry("es v", Sex.MALE), // varón
          Map.entry("bg ж", Sex.FEMALE));

  private RowMeasures() {}

  /** Empty where it means nothing, or in this language the other one. */
  static Optional<Sex> sex(String value, @Nullable String language) {
    String small = value.toLowerCase(Locale.ROOT);
    String spoken = language == null ? "" : language.toLowerCase(Locale.ROOT).split("-", 2)[0];
    if (spoken.equals("es") && small.equals("m")) {
      return Optional.empty(); // mujer, and masculino
    }
    return Optional.ofNullable(BY_LANGUAGE.get(spoken + " " + small))
        .or(() -> Optional.ofNullable(SEXES.get(small)));
  }

  /** In centimetres; empty where it is no height of a person. */
  static OptionalInt height(String value) {
    String small = value.toLowerCase(Locale.ROOT);
    OptionalInt read = OptionalInt.empty();
    Matcher centimetres = CENTIMETRES.matcher(small);
    Matcher metres = METRES.matcher(small);
    Matcher metresFirst = METRES_FIRST.matcher(small);
    Matcher feet = FEET.matcher(small);
    if (centimetres.matches()) {
      read = OptionalInt.of(Integer.parseInt(centimetres.group(1)));
    } else if (metres.matches()) {
      read = OptionalInt.of(ofMetres(metres.group(1), metres.group(2)));
    } else if (metresFirst.matches()) {
      read = OptionalInt.of(ofMetres(metresFirst.group(1), metresFirst.group(2)));
    } else if (feet.matches()) {
      read = ofFeet(feet.group(1), feet.group(2));
    }
    return read.isPresent() && read.getAsInt() >= SMALLEST && read.getAsInt() <= TALLEST
        ? read
        : OptionalInt.empty();
  }

  private static int ofMetres(String metres, String rest) {
    return Integer.parseInt(metres + rest + "0".repeat(2 - rest.length()));
  }

  private static OptionalInt ofFeet(String feet, @Nullable String inches) {
    int over = inches == null ? 0 : Integer.parseInt(inches);
    return over >= INCHES_A_FOOT
        ? OptionalInt.empty()
        : OptionalInt.of(
            (int)
                Math.round((Integer.parseInt(feet) * INCHES_A_FOOT + over) * CENTIMETRES_AN_INCH));
  }

  /** In kilograms; empty where it is no weight. */
  static OptionalInt weight(String value) {
    Matcher read = WEIGHT.matcher(value.toLowerCase(Locale.ROOT));
    if (!read.matches()) {
      return OptionalInt.empty();
    }
    String tenth = read.group(2) == null ? "0" : read.group(2);
    double number = Double.parseDouble(read.group(1) + "." + tenth);
    boolean pounds = read.group(3) != null && read.group(3).startsWith("lb");
    int kilos = (int) Math.round(pounds ? number * KILOS_A_POUND : number);
    return kilos == 0 ? OptionalInt.empty() : OptionalInt.of(kilos);
  }

  /**
   * The point of a row, with the words for its place; null where it has neither.
   *
   * @param zone in which the row's times are; the point should lie in its country
   */
  static @Nullable Place place(
      RowSheet sheet,
      @Nullable String latitude,
      @Nullable String longitude,
      @Nullable String words,
      @Nullable ZoneId zone) {
    Double north = degrees(latitude);
    Double east = degrees(longitude);
    boolean isWhole = north != null && east != null;
    if (!isWhole && (latitude != null || longitude != null)) {
      sheet.ask("/lat", latitude == null || longitude == null ? "half-a-point" : "wrong-form");
    }
    if (north != null && east != null && isDoubtful(sheet, north, east, zone)) {
      isWhole = false;
    }
    if (!isWhole && words == null) {
      return null;
    }
    return new Place(null, null, null, words, isWhole ? north : null, isWhole ? east : null, null);
  }

  private static boolean isDoubtful(
      RowSheet sheet, double north, double east, @Nullable ZoneId zone) {
    Optional<String> country = zone == null ? Optional.empty() : RowDates.country(zone);
    if (mayBe(north, east, country)) {
      return false;
    }
    if (mayBe(east, north, country)) {
      sheet.ask("/lat", "swapped-point", east + "," + north, north + "," + east);
    } else {
      sheet.ask("/lat", "outside-country");
    }
    return true;
  }

  private static boolean mayBe(double north, double east, Optional<String> country) {
    boolean onEarth = Math.abs(north) <= NORTH && Math.abs(east) <= EAST;
    return onEarth && country.map(code -> CountryBoxes.mayHold(code, north, east)).orElse(true);
  }

  /** Null for what is no number of degrees. */
  static @Nullable Double degrees(@Nullable String value) {
    return value == null || !DEGREES.matcher(value).matches()
        ? null
        : Double.valueOf(value.replace(',', '.'));
  }
}
