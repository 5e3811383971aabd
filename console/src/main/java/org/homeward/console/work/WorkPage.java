package org.homeward.console.work;

import java.util.List;
import java.util.Map;

/**
 * The team's worksheet of one case, beside its facts.
 *
 * @param known whether it could be read; what was not is not shown as empty
 * @param open what is to be done
 * @param checks the checklist, in the order of the rules
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
    List<Check> checks,
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
    checks = List.copyOf(checks);
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
   * An item of the checklist, in the words of the rules.
   *
   * @param done how it was done, in words; empty while it is open
   * @param by by whom and when, in words; empty while it is open
   * @param reason why it is not needed; empty otherwise
   */
  record Check(TaskLine line, String why, String source, String done, String by, String reason) {}

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

  /** The Idempotency-Key of one of the forms; it stays while nobody knows what became of it. */
  String key(WorkForm form) {
    return typed.getOrDefault(form.keyField(), key + "-" + form.place());
  }

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
