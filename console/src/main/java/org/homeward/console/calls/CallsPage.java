package org.homeward.console.calls;

import java.util.List;
import java.util.Map;

/**
 * The log with its form.
 *
 * @param key the Idempotency-Key of the form
 * @param typed what stands in the form, by field
 * @param wrong what is wrong, by field; the empty field is the whole form
 * @param done what has just been done, in words; empty when the page is only read
 * @param known whether the log could be read
 * @param calls those of today, or a page of all
 * @param lines the hotline's own numbers, the usual one first
 * @param all whether they are of all days
 * @param next the place of the next page of all; empty on the last one
 */
record CallsPage(
    boolean exercise,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong,
    String done,
    boolean known,
    List<CallLine> calls,
    List<String> lines,
    boolean all,
    String next) {

  /** How a call ends that is no case, the most frequent first. */
  static final List<String> ENDINGS =
      List.of("NO_REQUEST", "INFORMATION", "JOB_OFFER_CHECK", "SILENT", "PRANK", "WRONG_NUMBER");

  CallsPage {
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
    calls = List.copyOf(calls);
    lines = List.copyOf(lines);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  boolean has(String field, String value, boolean otherwise) {
    return typed.containsKey(field) ? typed(field).equals(value) : otherwise;
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "CallsPage[redacted]";
  }
}
