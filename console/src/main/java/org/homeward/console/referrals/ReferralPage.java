package org.homeward.console.referrals;

import java.util.List;
import java.util.Map;

/**
 * One referral.
 *
 * @param told what has just been done, in words; empty when the page is only read
 * @param phone of the provider
 * @param sheet exactly what the provider gets: a line for each field, in words
 * @param child whether it is about a child, whom nobody asks
 * @param steps what became of it, the oldest first, in words
 * @param allowed what the reader may do now
 * @param choices fields that the service may need
 * @param shared those that stand in the sheet
 * @param words those of the sheet
 * @param out whether the provider holds the sheet
 * @param seen the version that the page shows
 */
record ReferralPage(
    ReferralLine line,
    String told,
    String phone,
    List<Entry> sheet,
    boolean child,
    List<String> steps,
    List<String> allowed,
    List<String> choices,
    List<String> shared,
    String words,
    boolean out,
    String seen,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  ReferralPage {
    sheet = List.copyOf(sheet);
    steps = List.copyOf(steps);
    allowed = List.copyOf(allowed);
    choices = List.copyOf(choices);
    shared = List.copyOf(shared);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /** One field of the sheet, in words. */
  record Entry(String name, String value) {

    @Override
    public String toString() {
      return "Entry[" + name + "]";
    }
  }

  boolean may(String move) {
    return allowed.contains(move);
  }

  String here() {
    return "/care-files/" + line.file() + "/referrals/" + line.id();
  }

  /** The fields of this step as they came back. */
  String typed(String step, String field) {
    return typed.getOrDefault("step", "").equals(step) ? typed.getOrDefault(field, "") : "";
  }

  @Override
  public String toString() {
    return "ReferralPage[" + line.id() + "]";
  }
}
