package org.homeward.console.children;

import java.util.List;
import java.util.Map;

/**
 * A child over all cases that the reader may see.
 *
 * @param code what people call the case on the telephone from which she came here
 * @param who the child, in words
 * @param told what has just been done here, in words; empty when the page is only read
 * @param episodes the newest first
 * @param bonds what holds them together
 * @param undone what people have told apart, in words
 * @param siblings children of the same cases
 * @param household children of other cases who live with her
 * @param knowsHousehold whether the node could tell
 * @param links whether this person may link and undo
 * @param key makes a repeated form of this page one command
 * @param chosen the link whose form was refused; empty otherwise
 * @param reason what was chosen in it
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record ChildPage(
    String caseId,
    String child,
    String code,
    String who,
    boolean exercise,
    String told,
    List<Episode> episodes,
    List<Bond> bonds,
    List<String> undone,
    List<Other> siblings,
    List<Other> household,
    boolean knowsHousehold,
    boolean links,
    String key,
    String chosen,
    String reason,
    Map<String, String> wrong) {

  ChildPage {
    episodes = List.copyOf(episodes);
    bonds = List.copyOf(bonds);
    undone = List.copyOf(undone);
    siblings = List.copyOf(siblings);
    household = List.copyOf(household);
    wrong = Map.copyOf(wrong);
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  /**
   * One episode.
   *
   * @param opened when its case was opened, in words
   * @param what why she was missing and how it ended, in words
   * @param names under which the case knows her
   * @param here whether it is the one from which the reader came
   */
  record Episode(
      String caseId,
      String child,
      String code,
      String opened,
      String what,
      String names,
      String standing,
      boolean here) {}

  /**
   * A link that holds two episodes together.
   *
   * @param between both, in words
   * @param said who says so and why, in words
   * @param effect what stands apart when it is undone, in words
   * @param seen the version that this page shows
   */
  record Bond(String link, String between, String said, String effect, String seen) {}

  /**
   * Another child.
   *
   * @param by what says that they live together, in words; empty for siblings
   */
  record Other(String who, String by, List<Episode> episodes) {

    Other {
      episodes = List.copyOf(episodes);
    }

    Episode newest() {
      return episodes.getFirst();
    }
  }

  @Override
  public String toString() {
    return "ChildPage[" + child + "]";
  }
}
