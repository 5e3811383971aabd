package org.homeward.console.photos;

import java.util.Map;

/**
 * The form that takes a locked picture to police.
 *
 * @param back address of the page of the picture
 * @param key makes a repeated form of this page one command
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record CollectPage(
    String back,
    boolean exercise,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  CollectPage {
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "CollectPage[redacted]";
  }
}
