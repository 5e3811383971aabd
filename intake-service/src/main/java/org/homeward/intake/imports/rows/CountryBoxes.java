package org.homeward.intake.imports.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a point that cannot lie in a country from one that may. */
final class CountryBoxes {

  private static final Map<String, Box> BOXES = read();

  private CountryBoxes() {}

  private record Box(double west, double south, double east, double north) {}

  /** True for a country without a box too: nothing is known against it. */
  static boolean mayHold(String country, double latitude, double longitude) {
    Box box = BOXES.get(country);
    return box == null
        || (longitude >= box.west
            && longitude <= box.east
            && latitude >= box.south
            && latitude <= box.north);
  }

  private static Map<String, Box> read() {
    try (InputStream file =
        requireNonNull(CountryBoxes.class.getResourceAsStream("/imports/country-boxes.txt"))) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(" ", -1))
          .collect(
              Collectors.toMap(
                  parts -> parts[0],
                  parts ->
                      new Box(
                          Double.parseDouble(parts[1]),
                          Double.parseDouble(parts[2]),
                          Double.parseDouble(parts[3]),
                          Double.parseDouble(parts[4]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
