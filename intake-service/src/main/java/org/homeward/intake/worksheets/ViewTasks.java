package org.homeward.intake.worksheets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.Listing;
import org.homeward.face.access.Caller;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.cases.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be done, over all cases that a person may see and the care files of which she is a
 * member, what is due first.
 */
final class ViewTasks {

  /** Of the sheets with something open, those whose first due is earliest stand above. */
  static final Listing<KeptSheet> EARLIEST_FIRST =
      new Listing<>(Worksheet.STANDING, ViewTasks::rank, _ -> Instant.EPOCH);

  private static final ListWalk OPEN = ListWalk.of(ListOrder.RANK, Worksheet.Standing.OPEN.name());

  private static final int NOTHING_OPEN = -999_999_999;
  private static final int PAGE = 200;

  /** It bounds what one request reads. */
  private static final int MOST_READ = 500;

  private final GuardedDocuments<KeptSheet> sheets;
  private final ViewCases viewCases;
  private final List<MemberTasks> memberTasks;
  private final Clock clock;

  ViewTasks(
      GuardedDocuments<KeptSheet> sheets,
      ViewCases viewCases,
      List<MemberTasks> memberTasks,
      Clock clock) {
    this.sheets = sheets;
    this.viewCases = viewCases;
    this.memberTasks = List.copyOf(memberTasks);
    this.clock = clock;
  }

  /** Which of them. */
  enum Which {
    ALL,
    MINE,
    UNASSIGNED,
    OVERDUE
  }

  /**
   * The first of them.
   *
   * @param more whether there are others, or cases that were not read
   */
  record First(List<OpenTask> tasks, boolean more) {

    static First of(List<OpenTask> sorted, int limit, boolean unread) {
      return new First(sorted.stream().limit(limit).toList(), unread || sorted.size() > limit);
    }

    /** The care files of those of these tasks that are among the first. */
    Set<String> filesOf(List<OpenTask> some) {
      return tasks.stream().filter(some::contains).map(OpenTask::about).collect(Collectors.toSet());
    }
  }

  First list(Which which, int limit, Caller caller) {
    Viewer viewer = Viewer.of(caller);
    Instant now = clock.instant();
    Map<String, Worksheet> open = new HashMap<>();
    walk(sheet -> open.size() < MOST_READ, open::put);
    boolean unread = open.size() >= MOST_READ;
    ViewCases.WithTasks read = viewCases.withTasks(viewer, MOST_READ);
    Map<String, ViewCases.Tasked> cases = new HashMap<>(read.cases());
    sheets.find(cases.keySet()).forEach(each -> put(open, each));
    cases.putAll(viewCases.among(open.keySet(), viewer));

    List<OpenTask> all = new ArrayList<>();
    cases.values().forEach(each -> all.addAll(of(each, open.get(each.id()), viewer.person())));
    Map<MemberTasks, List<OpenTask>> ofFiles = new LinkedHashMap<>();
    for (MemberTasks each : memberTasks) {
      ofFiles.put(each, each.open(caller).stream().map(OpenTask::of).toList());
    }
    ofFiles.values().forEach(all::addAll);
    List<OpenTask> sorted =
        all.stream()
            .filter(wanted(which, viewer.person(), now))
            .sorted(Comparator.comparing(OpenTask::due).thenComparing(OpenTask::id))
            .toList();
    First shown = First.of(sorted, limit, unread || read.more());
    viewCases.look(
        shown.tasks().stream()
            .filter(task -> !task.ofFile())
            .map(OpenTask::about)
            .distinct()
            .map(cases::get)
            .toList(),
        viewer);
    ofFiles.forEach((each, tasks) -> each.record(shown.filesOf(tasks), caller)); // upholds 10
    return shown;
  }

  private static Predicate<OpenTask> wanted(Which which, String person, Instant now) {
    return switch (which) {
      case ALL -> _ -> true;
      case MINE -> task -> person.equals(task.owner());
      case UNASSIGNED -> task -> task.owner() == null;
      case OVERDUE -> task -> task.isOverdue(now);
    };
  }

  /** The tasks of one case that a person sees, those of its worksheet too. */
  static List<OpenTask> of(ViewCases.Tasked found, @Nullable Worksheet sheet, String person) {
    List<OpenTask> all = new ArrayList<>();
    found
        .tasks()
        .forEach(
            task -> {
              String owner = sheet == null ? null : sheet.ownerOf(task.id()).orElse(null);
              all.add(
                  new OpenTask(
                      task.id(),
                      found.id(),
                      false,
                      found.exercise(),
                      task.kind().name(),
                      null,
                      null,
                      task.since(),
                      owner(found, owner)));
            });
    if (sheet != null) {
      sheet.open().stream()
          .filter(item -> !item.isHiddenFrom(person)) // upholds 6
          .forEach(
              item ->
                  all.add(
                      new OpenTask(
                          item.id(),
                          found.id(),
                          false,
                          found.exercise(),
                          item.kind().name(),
                          item.what(),
                          item.check() == null ? null : item.check().code(),
                          item.due(),
                          owner(found, item.owner()))));
    }
    return all;
  }

  /** Nobody counts on a person from whom the case is kept by now. */
  private static @Nullable String owner(ViewCases.Tasked found, @Nullable String owner) {
    return owner == null || found.isKeptFrom(owner) ? null : owner;
  }

  /** How many items are overdue, whoever may see their cases. */
  long overdue() {
    Instant now = clock.instant();
    long[] count = {0};
    walk(
        sheet -> sheet.firstDue().filter(due -> !now.isBefore(due)).isPresent(),
        (_, sheet) ->
            count[0] += sheet.open().stream().filter(item -> !now.isBefore(item.due())).count());
    return count[0];
  }

  /** One sheet of a walk. */
  private interface Each {
    void sheet(String caseId, Worksheet sheet);
  }

  /** Through open sheets, the earliest first, as long as they are wanted. */
  private void walk(Predicate<Worksheet> wanted, Each each) {
    Optional<ListWalk> walk = Optional.of(OPEN);
    while (walk.isPresent()) {
      ListPage<KeptSheet> page = sheets.list(walk.get(), PAGE, _ -> true);
      for (Guarded<KeptSheet> read : page.documents()) {
        if (!(read.state() instanceof Worksheet sheet) || !wanted.test(sheet)) {
          return;
        }
        each.sheet(read.id(), sheet);
      }
      walk = page.next();
    }
  }

  private static void put(Map<String, Worksheet> to, Guarded<KeptSheet> read) {
    if (read.state() instanceof Worksheet sheet) {
      to.put(read.id(), sheet);
    }
  }

  /** Negated minutes since 1970: they fit an int, and the earliest due has the highest rank. */
  private static int rank(KeptSheet state) {
    return state instanceof Worksheet sheet
        ? sheet
            .firstDue()
            .map(due -> -(int) Duration.between(Instant.EPOCH, due).toMinutes())
            .orElse(NOTHING_OPEN)
        : NOTHING_OPEN;
  }
}
