package org.homeward.console.tips;

import java.util.List;
import org.homeward.console.facts.Grades;

/**
 * The form for somebody who calls about a child of a case and has seen her.
 *
 * @param who its children, in words
 * @param lastSeen where its case says that the child was seen last, as a person types a point;
 *     empty when nobody gave one
 * @param key the Idempotency-Key of the form
 * @param wrong what is wrong with all of it, in words; empty when nothing is
 */
record SightingPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String lastSeen,
    TypedTip form,
    String key,
    String wrong) {

  static final List<String> CHANNELS = TakePage.CHANNELS;
  static final List<String> MINUTES = TipForm.MINUTES;
  static final List<String> METRES = TipForm.METRES;
  static final List<String> SOURCES = Grades.SOURCES;
  static final List<String> INFORMATION = Grades.INFORMATION;

  /** As police write it. */
  int number(String information) {
    return Grades.number(information);
  }

  /** Whether something stands in the part that is closed at first. */
  boolean saysMore() {
    return says("direction", "companion");
  }

  /** The same of the part that puts it on the map. */
  boolean saysWhere() {
    return says("point", "withinMetres");
  }

  private boolean says(String... fields) {
    return List.of(fields).stream()
        .anyMatch(field -> !form.typed(field).isEmpty() || !form.wrong(field).isEmpty());
  }

  @Override
  public String toString() {
    return "SightingPage[" + caseId + "]";
  }
}
