package org.homeward.console.photos;

import java.util.List;
import java.util.Map;

/**
 * One paper, and what can be done with it as it stands.
 *
 * @param title as it is called, in words
 * @param state {@code UNSEEN}, {@code SEEN}, {@code LOCKED} or {@code DESTROYED}
 * @param picture where its picture is; empty when nothing is shown
 * @param document where its PDF is; empty when there is none to save
 * @param signs what whoever opens it should know, in words
 * @param deeds who did what with it, in words
 * @param confidential whether only confidants know of it
 * @param described whether somebody has said what it is
 * @param can what this person may do with it
 * @param seen the version that this page shows
 * @param key makes a repeated form of this page one command
 * @param told what has just been done here, in words; empty when the page is only read
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record PaperPage(
    String caseId,
    String paper,
    String code,
    boolean exercise,
    String title,
    String state,
    String picture,
    String document,
    List<String> signs,
    List<String> deeds,
    boolean confidential,
    boolean described,
    List<String> can,
    String seen,
    String key,
    String told,
    Map<String, String> typed,
    Map<String, String> wrong) {

  PaperPage {
    signs = List.copyOf(signs);
    deeds = List.copyOf(deeds);
    can = List.copyOf(can);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  boolean can(String what) {
    return can.contains(what);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "PaperPage[" + paper + "]";
  }
}
