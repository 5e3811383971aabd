package org.homeward.console.posters;

import java.util.List;
import java.util.Map;

/**
 * The posters of one alert.
 *
 * @param reference by which people speak of the alert
 * @param languages of its sheets, by tag, in words; empty while there is no poster
 * @param refused why there is no poster now, in words; empty while there is one
 * @param leftOut what is not on it, in words
 * @param takers the newest first
 * @param told what has just been done here, in words; empty when the page is only read
 * @param key makes a repeated form of this page one command
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record PosterPage(
    String id,
    String reference,
    boolean exercise,
    Map<String, String> languages,
    String refused,
    List<String> leftOut,
    List<TakerLine> takers,
    String told,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  PosterPage {
    leftOut = List.copyOf(leftOut);
    takers = List.copyOf(takers);
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
    return "PosterPage[" + id + "]";
  }
}
