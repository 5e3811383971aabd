package org.homeward.console.work;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something to do.
 *
 * @param code what people call the case on the telephone
 * @param kind what kind of work, in words
 * @param what the words of the one who set it; empty where the kind says it all
 * @param due when, in words
 * @param owner who does it, in words
 * @param owned whether anybody does it
 * @param mine whether the person at the browser does it
 * @param done how it can be said to be done; empty where the case has to be opened for it
 * @param doneAt where that is said
 * @param openAt the page on which it is done; of the case where it has none of its own
 * @param key for its forms
 */
public record TaskLine(
    String id,
    String caseId,
    String code,
    String kind,
    String what,
    String due,
    boolean overdue,
    String owner,
    boolean owned,
    boolean mine,
    boolean exercise,
    List<String> done,
    String doneAt,
    String openAt,
    String key) {

  /** The id of a task that a handover brought names that handover. */
  private static final Pattern OF_HANDOVER =
      Pattern.compile("[A-Z_]+\\.handover\\.([0-9a-f-]{36})");

  public TaskLine {
    done = List.copyOf(done);
  }

  /** Whether it is done on a page of its own, and is not open once that was done. */
  public boolean isDoneThere() {
    return done.isEmpty() && !openAt.equals("/cases/" + caseId);
  }

  /** Where it is taken or handed on. */
  public String ownerAt() {
    return "/cases/" + caseId + "/tasks/" + id + "/owner";
  }

  /** The handover that it comes from, where it is read; empty for others. */
  public String readAt() {
    Matcher form = OF_HANDOVER.matcher(id);
    return form.matches() ? "/handovers/" + form.group(1) : "";
  }

  @Override
  public String toString() {
    return "TaskLine[" + id + "]";
  }
}
