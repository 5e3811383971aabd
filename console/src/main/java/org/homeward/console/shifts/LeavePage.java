package org.homeward.console.shifts;

import java.util.List;
import java.util.Map;

/**
 * The form in which a shift is left.
 *
 * @param cases those that something is open in
 * @param open what is open
 * @param typed what stands in the form, by field
 * @param wrong what is wrong, by field; the empty field is the whole form
 * @param template whether there is an approved text to begin with
 * @param shown when the form was shown first, so that its times stay what they were
 */
record LeavePage(
    List<Case> cases,
    OpenWork open,
    Map<String, String> typed,
    Map<String, String> wrong,
    String key,
    boolean template,
    String shown) {

  static final List<String> MINUTES = List.of("15", "30", "60", "120", "480");
  static final String USUAL = "30";

  LeavePage {
    cases = List.copyOf(cases);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /**
   * One of them.
   *
   * @param code what people call it on the telephone
   * @param who its children, in words; empty where only its tasks are read
   */
  record Case(String id, String code, String who) {}

  LeavePage withTemplate() {
    return new LeavePage(cases, open, typed, wrong, key, true, shown);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "LeavePage[redacted]";
  }
}
