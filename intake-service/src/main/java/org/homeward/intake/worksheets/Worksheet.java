package org.homeward.intake.worksheets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The team's work on one case, beside its facts. It stands under the id of the case, is as hidden
 * as the case, and nothing of it leaves intake.
 *
 * @param notes in the order in which they were written
 * @param items in the order in which they were set
 * @param owners of tasks that the case's own clocks and news have set, by id of the task
 * @param standing whether anything is open for the list; derived, and stored for it
 */
record Worksheet(List<Note> notes, List<WorkItem> items, List<TaskOwner> owners, Standing standing)
    implements KeptSheet {

  static final String STANDING = "standing";

  static final Worksheet EMPTY = new Worksheet(List.of(), List.of(), List.of(), Standing.DONE);

  /**
   * @param owner opaque id of the person
   */
  record TaskOwner(String task, String owner) {}

  /** Whether anything is open. */
  enum Standing {
    OPEN,
    DONE
  }

  Worksheet {
    notes = notes == null ? List.of() : List.copyOf(notes);
    items = items == null ? List.of() : List.copyOf(items);
    owners = owners == null ? List.of() : List.copyOf(owners);
    standing = items.stream().anyMatch(WorkItem::isListed) ? Standing.OPEN : Standing.DONE;
  }

  private Worksheet(List<Note> notes, List<WorkItem> items, List<TaskOwner> owners) {
    this(notes, items, owners, Standing.DONE);
  }

  Worksheet noting(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new Worksheet(more, items, owners);
  }

  Worksheet setting(WorkItem item) {
    List<WorkItem> more = new ArrayList<>(items);
    more.add(item);
    return new Worksheet(notes, more, owners);
  }

  /** The assessments themselves stay elsewhere: of their reviews the sheet has one at most. */
  Worksheet reviewing(Optional<WorkItem> next) {
    List<WorkItem> now = new ArrayList<>(items);
    now.removeIf(item -> item.kind() == WorkItem.Kind.REVIEW_RISK);
    next.ifPresent(now::add);
    return new Worksheet(notes, now, owners);
  }

  Optional<WorkItem> item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  Worksheet withItem(String id, UnaryOperator<WorkItem> change) {
    return withItems(item -> item.id().equals(id) ? change.apply(item) : item);
  }

  Worksheet withItems(UnaryOperator<WorkItem> change) {
    return new Worksheet(notes, items.stream().map(change).toList(), owners);
  }

  /** A task that the case itself has set; one that stands no more leaves its owner behind. */
  Worksheet owning(String task, @Nullable String owner, Set<String> standing) {
    List<TaskOwner> now = new ArrayList<>(owners);
    now.removeIf(each -> each.task().equals(task) || !standing.contains(each.task()));
    if (owner != null) {
      now.add(new TaskOwner(task, owner));
    }
    return new Worksheet(notes, items, now);
  }

  /** The last item of the checklist that is this one. */
  Optional<WorkItem> last(WorkItem.Check check) {
    return items.stream().filter(item -> item.is(check)).reduce((first, last) -> last);
  }

  /** Without open items of the checklist that are none of these. */
  Worksheet keeping(Set<WorkItem.Check> these) {
    List<WorkItem> left = new ArrayList<>(items);
    left.removeIf(
        item -> item.isOfChecklist() && item.isOpen() && these.stream().noneMatch(item::is));
    return new Worksheet(notes, left, owners);
  }

  Optional<String> ownerOf(String task) {
    return owners.stream()
        .filter(each -> each.task().equals(task))
        .map(TaskOwner::owner)
        .findFirst();
  }

  /** Those that stand in the list of everybody. */
  List<WorkItem> open() {
    return items.stream().filter(WorkItem::isListed).toList();
  }

  /** When the first of them is due. */
  Optional<Instant> firstDue() {
    return open().stream().map(WorkItem::due).min(Comparator.naturalOrder());
  }

  @Override
  public String toString() {
    return "Worksheet[redacted]";
  }
}
