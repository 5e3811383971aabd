package org.homeward.console.desk;

import java.util.List;
import org.homeward.console.work.TaskLine;

/**
 * A page of cases.
 *
 * @param standing which ones: {@code OPEN}, {@code FROZEN} or {@code ENDED}
 * @param order {@code RISK} or {@code CHANGED}
 * @param kind only cases of this kind; empty for all
 * @param tasks what is due first; on the first page of open cases
 * @param frozen searches that go on while nothing new goes out; on the first page of open cases
 * @param drafts calls that are not filed yet; on the first page of open cases
 * @param next the place of the next page; empty on the last one
 * @param first whether it is the first page
 */
record DeskPage(
    String standing,
    String order,
    String kind,
    List<TaskLine> tasks,
    List<DeskLine> frozen,
    List<DraftLine> drafts,
    List<DeskLine> cases,
    String next,
    boolean first) {

  DeskPage {
    tasks = List.copyOf(tasks);
    frozen = List.copyOf(frozen);
    drafts = List.copyOf(drafts);
    cases = List.copyOf(cases);
  }

  /** What an address of such a list ends with. */
  static String query(String standing, String order, String kind) {
    String all = "?standing=" + standing + "&order=" + order;
    return kind.isEmpty() ? all : all + "&kind=" + kind;
  }

  /** The address of this list, for its refreshed part. */
  String list() {
    return "/desk/list" + query(standing, order, kind);
  }
}
