package org.homeward.console.children;

import java.util.List;
import java.util.Map;

/**
 * The form that links a child with the same child of another case.
 *
 * @param code what people call the case on the telephone
 * @param who the child, in words
 * @param words by which the other case is looked for
 * @param asked whether the node was asked
 * @param found children of cases that have these words
 * @param more whether there are others that are not listed
 * @param typed what is chosen
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record LinkPage(
    String caseId,
    String child,
    String code,
    String who,
    boolean exercise,
    String words,
    boolean asked,
    List<Found> found,
    boolean more,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  LinkPage {
    found = List.copyOf(found);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  /**
   * A child who may be the same.
   *
   * @param value names case and child
   */
  record Found(String value, String who, String code, String opened) {}

  @Override
  public String toString() {
    return "LinkPage[" + child + "]";
  }
}
