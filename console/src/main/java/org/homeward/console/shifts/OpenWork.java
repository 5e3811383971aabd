package org.homeward.console.shifts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.work.TaskLine;

/**
 * The open work of the person who has the shift, without cases that are kept from her.
 *
 * @param drafts calls that are not filed yet
 * @param held cases with reports that are held
 * @param tasks what was promised and what is to be done
 * @param known whether all of it could be read
 * @param more whether there is more than stands here
 */
record OpenWork(
    List<Line> drafts, List<Line> held, List<TaskLine> tasks, boolean known, boolean more) {

  static final OpenWork UNKNOWN = new OpenWork(List.of(), List.of(), List.of(), false, false);

  OpenWork {
    drafts = List.copyOf(drafts);
    held = List.copyOf(held);
    tasks = List.copyOf(tasks);
  }

  /**
   * Something that is open.
   *
   * @param id of the draft or the case
   * @param what it is, in words
   * @param more what else there is to say, in words
   * @param urgent whether it rings
   */
  record Line(String id, String code, String what, String more, boolean urgent, boolean exercise) {

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  boolean isEmpty() {
    return known && drafts.isEmpty() && held.isEmpty() && tasks.isEmpty();
  }

  /** The cases that something is open in: their codes by id. */
  Map<String, String> cases() {
    Map<String, String> cases = new LinkedHashMap<>();
    tasks.forEach(task -> cases.putIfAbsent(task.caseId(), task.code()));
    held.forEach(line -> cases.putIfAbsent(line.id(), line.code()));
    return cases;
  }

  /** The children of one of them, in words; empty where only its tasks are read. */
  String who(String caseId) {
    return held.stream()
        .filter(line -> line.id().equals(caseId))
        .map(Line::what)
        .findFirst()
        .orElse("");
  }
}
