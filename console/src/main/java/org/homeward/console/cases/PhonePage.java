package org.homeward.console.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The page that is read to police on the telephone, and where the call is recorded.
 *
 * @param action where its form goes
 * @param seen the version of the case that this page shows
 * @param key makes a repeated form of this page one command
 * @param desks that can be chosen, by id
 * @param meanwhile what has happened since the page was shown first
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record PhonePage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String action,
    String seen,
    String key,
    ForPolice report,
    Map<String, String> desks,
    Meanwhile meanwhile,
    Map<String, String> typed,
    Map<String, String> wrong) {

  PhonePage {
    desks = Collections.unmodifiableMap(new LinkedHashMap<>(desks)); // by name
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /** Against the rules' proposal a reason is asked for. */
  boolean asksWhy() {
    return report.proposal().equals("HOLD");
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "PhonePage[" + caseId + "]";
  }
}
