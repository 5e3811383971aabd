package org.homeward.alert.orders.preview;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Vehicle;
import org.jspecify.annotations.Nullable;

/** The words about what concerns all children of a case, from facts that everybody may know. */
final class CaseWords {

  private CaseWords() {}

  /**
   * Null when there is nothing to say.
   *
   * @param zone of times that nobody gave a zone for
   */
  static @Nullable String of(Says facts, Words words, String zone) {
    List<String> lines = new ArrayList<>();
    if (facts.lastSeen() != null) {
      lastSeen(facts.lastSeen(), words, zone, lines);
    }
    if (facts.vehicle() != null) {
      vehicle(facts.vehicle(), words, lines);
    }
    return lines.isEmpty() ? null : String.join("\n", lines);
  }

  /** The town or district only: the exact place may be a home or a shelter. */
  private static void lastSeen(LastSeen seen, Words words, String zone, List<String> lines) {
    if (seen.place() != null && seen.place().locality() != null) {
      lines.add(words.text("lastSeen.place", "value", seen.place().locality()));
    }
    if (seen.at() != null) {
      String at = local(seen.at(), seen.zone() == null ? zone : seen.zone(), words);
      lines.add(
          seen.uncertaintyMinutes() == null || seen.uncertaintyMinutes() == 0
              ? words.text("lastSeen.at", "value", at)
              : words
                  .text("lastSeen.about", "value", at)
                  .replace("{minutes}", String.valueOf(seen.uncertaintyMinutes())));
    }
  }

  static String local(Instant at, String zone, Words words) {
    try {
      return SaidTime.of(at, ZoneId.of(zone), words.language());
    } catch (DateTimeException unknownZone) {
      return SaidTime.of(at, ZoneId.of("UTC"), words.language());
    }
  }

  private static void vehicle(Vehicle vehicle, Words words, List<String> lines) {
    @Nullable String colour =
        vehicle.colour() == null ? null : words.word(vehicle.colour()).orElse(null);
    String all =
        Stream.of(vehicle.make(), colour, vehicle.plate(), vehicle.country())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    if (!all.isEmpty()) {
      lines.add(words.text("vehicle", "value", all));
    }
  }
}
