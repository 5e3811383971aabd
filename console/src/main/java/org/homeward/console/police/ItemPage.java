package org.homeward.console.police;

import java.util.List;
import org.homeward.console.facts.Fact;

/**
 * One item as police read it.
 *
 * @param status {@code ACTIVE}, {@code ENDED}, {@code WITHDRAWN} or {@code TOMBSTONE}
 * @param end why it ended and by whom, in words; empty when that is not said
 * @param missing that it is over here and nothing says that the child is found, in words; empty
 *     otherwise
 * @param warnings what police must know before they go there, in words; empty when nothing is said
 * @param withheld classes of facts that stay with the hotline, in words
 * @param told calls about what is not on the list, in words
 * @param changed what changed when, in words
 * @param phone the hotline, day and night
 * @param answer what the reader's desk says to it
 * @param photos those that the desk may have now
 */
record ItemPage(
    String id,
    String title,
    String reference,
    String status,
    boolean exercise,
    String updated,
    String outcome,
    String end,
    String missing,
    String warnings,
    List<Fact> facts,
    List<String> withheld,
    List<String> told,
    List<String> changed,
    String phone,
    DeskAnswer answer,
    List<Photo> photos) {

  ItemPage {
    facts = List.copyOf(facts);
    withheld = List.copyOf(withheld);
    told = List.copyOf(told);
    changed = List.copyOf(changed);
    photos = List.copyOf(photos);
  }

  /**
   * A photo of a child.
   *
   * @param link where its sizes are
   * @param says what the hotline knows of it, in words
   * @param original whether the file as it came can be had
   */
  record Photo(String link, List<String> says, boolean original) {

    Photo {
      says = List.copyOf(says);
    }
  }

  /**
   * The form with which a desk says what it does.
   *
   * @param says {@code SEEN}, {@code ACTING}, {@code NOT_OURS} or {@code NONE}
   * @param since in words
   * @param told that the word was kept just now, in words
   * @param wrong why it was not kept, in words
   * @param key makes a repeated form of this page one command
   */
  record DeskAnswer(String says, String since, String told, String wrong, String key) {

    static final String NONE = "NONE";

    boolean isGiven() {
      return !says.equals(NONE);
    }
  }

  boolean mayBeMissing() {
    return !missing.isEmpty();
  }

  /** Nobody is asked about a search that is over. */
  boolean asksDesk() {
    return status.equals("ACTIVE");
  }

  @Override
  public String toString() {
    return "ItemPage[" + reference + "]";
  }
}
