package org.homeward.console.facts;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The grades of tips as police write them: a letter and a figure, {@code B2}. */
public final class Grades {

  public static final List<String> SOURCES = List.of("A", "B", "C", "D", "E", "F");

  /** The grades 1 to 6 of police, in their order. */
  public static final List<String> INFORMATION =
      List.of("CONFIRMED", "PROBABLE", "POSSIBLE", "DOUBTFUL", "IMPROBABLE", "CANNOT_BE_JUDGED");

  private Grades() {}

  public static int number(String information) {
    return INFORMATION.indexOf(information) + 1;
  }

  /**
   * @param graded anything with both grades; empty where it is missing
   */
  public static String of(JsonNode graded) {
    return graded.isMissingNode()
        ? ""
        : graded.path("source").asString("") + number(graded.path("information").asString(""));
  }
}
