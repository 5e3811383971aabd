package org.homeward.local.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.PoliceReader;
import tools.jackson.databind.JsonNode;

/** Compares what the callers were told with what stands in the cases and on the feed. */
final class Findings {
  private static final int PAGE = 200;

  private final Hotline hotline;
  private final PoliceReader desk;
  private final String marks;
  private final List<String> violations = new ArrayList<>();

  /**
   * @param marks how the plates of all that was filed begin; what others file on the node is theirs
   */
  Findings(Hotline hotline, PoliceReader desk, String marks) {
    this.hotline = hotline;
    this.desk = desk;
    this.marks = marks;
  }

  /**
   * Empty when all is as it must be.
   *
   * @param all of this round and of those before
   */
  List<String> of(List<Told> all) {
    Map<String, Integer> cases = casesByPlate();
    Map<String, Integer> items = itemsByPlate();
    Set<String> known = new HashSet<>();
    for (Told told : all) {
      known.add(told.plate());
      if (!told.trouble().isEmpty()) {
        violations.add(told.plate() + ": " + told.trouble());
      } else {
        expect(told, "case", 1, cases);
        expect(told, "feed item", told.released() ? 1 : 0, items);
      }
    }
    cases.keySet().stream()
        .filter(plate -> !known.contains(plate))
        .forEach(plate -> violations.add(plate + ": a case that nobody filed"));
    items.keySet().stream()
        .filter(plate -> !cases.containsKey(plate))
        .forEach(plate -> violations.add(plate + ": a feed item without a case"));
    return violations;
  }

  /** Each case is where its caller was told, with the one report. */
  List<String> ofLocations(List<Told> all) {
    for (Told told : all) {
      Answer read = hotline.as("ana").get(told.location());
      JsonNode reports = read.json().path("reports");
      String plate = reports.path(0).path("says").path("vehicle").path("plate").asString("");
      if (read.status() != 200 || reports.size() != 1 || !plate.equals(told.plate())) {
        violations.add(told.plate() + ": its Location shows " + read + ", not its one report");
      }
    }
    return violations;
  }

  private void expect(Told told, String what, int wanted, Map<String, Integer> found) {
    int count = found.getOrDefault(told.plate(), 0);
    if (count != wanted) {
      violations.add("%s: %d × %s instead of %d".formatted(told.plate(), count, what, wanted));
    }
  }

  private Map<String, Integer> casesByPlate() {
    Map<String, Integer> found = new HashMap<>();
    String after = "";
    JsonNode page;
    do {
      Answer answer = hotline.as("ana").get("/api/v1/cases?standing=OPEN&limit=" + PAGE + after);
      if (!answer.isSuccess()) {
        throw new IllegalStateException("the list of cases was answered " + answer);
      }
      page = answer.json().path("cases");
      for (JsonNode line : page) {
        count(PoliceReader.plate(line), found);
        after = "&after=" + line.path("id").asString("");
      }
    } while (page.size() == PAGE);
    return found;
  }

  private void count(String plate, Map<String, Integer> found) {
    if (plate.startsWith(marks)) {
      found.merge(plate, 1, Integer::sum);
    }
  }

  private Map<String, Integer> itemsByPlate() {
    Map<String, Integer> found = new HashMap<>();
    Set<String> ids = new HashSet<>();
    long last = 0;
    for (JsonNode item : desk.allAfter(desk.beginning())) {
      count(PoliceReader.plate(item), found);
      if (!ids.add(item.path("id").asString(""))) {
        violations.add("one notice stands twice on the feed");
      }
      long n = item.path("n").asLong(0);
      if (n <= last) {
        violations.add("the feed is not in order at " + n);
      }
      last = n;
    }
    return found;
  }
}
