package org.homeward.console.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/**
 * What would help those outside the hotline and nobody has said yet. It refuses nothing: services
 * decide what they need.
 */
final class Lacks {

  /** One of the names of an entry is enough. */
  private static final List<List<String>> LOOKS = List.of(List.of("clothing", "hair", "marks"));

  private static final List<List<String>> WHO =
      List.of(List.of("names"), List.of("ageYears", "born"), List.of("sex"));

  private Lacks() {}

  /**
   * What one of them lacks.
   *
   * @param who in words
   * @param what the fields, or why nothing can be told at all, in words
   */
  record Lack(String who, String what) {}

  /** Police, a partner, an alert; those that lack nothing are left out. */
  static List<Lack> of(JsonNode found, Words words) {
    List<JsonNode> told =
        found
            .path("reports")
            .valueStream()
            .filter(
                report -> !report.path("policeRelease").path("status").asString("").equals("HELD"))
            .map(report -> report.path("says"))
            .toList();
    List<Lack> lacks = new ArrayList<>();
    add(
        lacks,
        words,
        "police",
        told.isEmpty(),
        Stream.concat(
                missing(told, List.of(List.of("lastSeen"), List.of("risk"), List.of("reporter"))),
                missingOfChildren(told, Stream.concat(WHO.stream(), LOOKS.stream()).toList()))
            .toList());
    add(
        lacks,
        words,
        "partner",
        told.isEmpty(),
        Stream.concat(
                missing(told, List.of(List.of("category"), List.of("destinations"))),
                missingOfChildren(
                    told,
                    List.of(
                        List.of("ageYears", "born"),
                        List.of("nationalities"),
                        List.of("languages"))))
            .toList());
    add(
        lacks,
        words,
        "alert",
        told.isEmpty(),
        Stream.concat(
                missing(told, List.of(List.of("lastSeen"), List.of("risk"))),
                missingOfChildren(told, Stream.concat(WHO.stream(), LOOKS.stream()).toList()))
            .toList());
    return lacks;
  }

  private static void add(
      List<Lack> lacks, Words words, String who, boolean nothing, List<String> fields) {
    if (nothing) {
      lacks.add(new Lack(words.say("lacks." + who), words.say("lacks.nothing")));
    } else if (!fields.isEmpty()) {
      String what =
          String.join(", ", fields.stream().map(each -> words.say("fact." + each)).toList());
      lacks.add(new Lack(words.say("lacks." + who), what));
    }
  }

  private static Stream<String> missing(List<JsonNode> told, List<List<String>> wanted) {
    return wanted.stream()
        .filter(any -> told.stream().noneMatch(says -> any.stream().anyMatch(says::has)))
        .map(List::getFirst);
  }

  private static Stream<String> missingOfChildren(List<JsonNode> told, List<List<String>> wanted) {
    List<JsonNode> children =
        told.stream().flatMap(says -> says.path("children").valueStream()).toList();
    return missing(children, wanted);
  }
}
