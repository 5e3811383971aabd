package org.homeward.console.organisations;

import java.util.List;
import java.util.Map;

/**
 * The organisations that an alert was meant for, and what they say to it.
 *
 * @param name of the alert, as people say it
 * @param silent how many have not answered in time, in words; empty for none
 * @param lines the silent ones first
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field
 */
record OrganisationsPage(
    String id,
    String name,
    boolean exercise,
    String key,
    String told,
    String silent,
    List<Line> lines,
    Map<String, String> typed,
    Map<String, String> wrong) {

  OrganisationsPage {
    lines = List.copyOf(lines);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /**
   * One organisation.
   *
   * @param number of its destination
   * @param channel in words
   * @param says what it says and who heard it, in words; empty while it says nothing
   * @param state in words, where nothing is said
   */
  record Line(
      String number, String name, String channel, boolean silent, String says, String state) {}

  /** In the order in which they are offered. */
  List<String> sayings() {
    return List.of("ACTING", "NOT_OURS", "SEEN");
  }

  boolean isChosen(String field, String value) {
    return value.equals(typed.getOrDefault(field, ""));
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }
}
