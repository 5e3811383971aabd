package org.homeward.console.police;

import java.util.List;
import org.homeward.console.facts.Fact;

/**
 * One item as police read it.
 *
 * @param status {@code ACTIVE}, {@code ENDED} or {@code TOMBSTONE}
 * @param warnings what police must know before they go there, in words; empty when nothing is said
 * @param withheld classes of facts that stay with the hotline, in words
 * @param told calls about what is not on the list, in words
 * @param changed what changed when, in words
 * @param phone the hotline, day and night
 */
record ItemPage(
    String title,
    String reference,
    String status,
    boolean exercise,
    String updated,
    String outcome,
    String warnings,
    List<Fact> facts,
    List<String> withheld,
    List<String> told,
    List<String> changed,
    String phone) {

  ItemPage {
    facts = List.copyOf(facts);
    withheld = List.copyOf(withheld);
    told = List.copyOf(told);
    changed = List.copyOf(changed);
  }

  @Override
  public String toString() {
    return "ItemPage[" + reference + "]";
  }
}
