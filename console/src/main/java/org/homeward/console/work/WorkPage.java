package org.homeward.console.work;

import java.util.List;
import java.util.Map;

/**
 * What the team does about one case beside its facts.
 *
 * @param known whether it could be read; what was not is not shown as empty
 * @param open what is to be done
 * @param over what was done, the newest first
 * @param notes the newest first
 * @param calls those that belong to the case, the newest first
 * @param typed what stands in the form that was sent last, by field
 * @param wrong what is wrong, by field; the empty field is the whole form
 * @param told what has just been done, in words; empty when the page is only read
 * @param key for the forms
 */
record WorkPage(
    String caseId,
    String code,
    boolean exercise,
    boolean known,
    List<Item> open,
    List<Over> over,
    List<Written> notes,
    List<Called> calls,
    Map<String, String> typed,
    Map<String, String> wrong,
    String told,
    String key) {

  /** In how many minutes something can be due. */
  static final List<String> SOON = List.of("15", "30", "60", "120", "240", "720", "1440", "2880");

  WorkPage {
    open = List.copyOf(open);
    over = List.copyOf(over);
    notes = List.copyOf(notes);
    calls = List.copyOf(calls);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /**
   * Something to do, with what only its case shows.
   *
   * @param number whom to call; empty when there is none
   * @param mustNotLearn what whoever answers must not be told; empty when nobody said
   */
  record Item(TaskLine line, String number, String mustNotLearn) {}

  /**
   * Something that was done.
   *
   * @param how in words
   * @param by by whom and when, in words
   */
  record Over(String what, String how, String by) {}

  /**
   * A note.
   *
   * @param by by whom and when, in words
   */
  record Written(String text, String by) {}

  /**
   * A call.
   *
   * @param what who called whom, in words
   */
  record Called(String id, String at, String what, String number, String note) {}

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "WorkPage[" + caseId + "]";
  }
}
