package org.homeward.intake.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.schema.disclosure.Subject;

/** The tasks that cases have set, over all cases that a person may see. */
public final class CaseTasks {

  private static final int PAGE = 200;
  private static final List<Case.Standing> LIVE = List.of(Case.Standing.OPEN, Case.Standing.FROZEN);

  private final GuardedDocuments<KeptCase> cases;
  private final TeamReading reading;

  CaseTasks(GuardedDocuments<KeptCase> cases, TeamReading reading) {
    this.cases = cases;
    this.reading = reading;
  }

  /** A case that the person may know of; shown to nobody before {@link #look}. */
  public static final class Found {

    private final Case live;

    private Found(Case live) {
      this.live = live;
    }

    public String id() {
      return live.id();
    }

    public boolean exercise() {
      return live.exercise();
    }

    public List<Task> tasks() {
      return live.allTasks();
    }

    public boolean isKeptFrom(String person) {
      return live.isKeptFrom(person);
    }
  }

  /**
   * Live cases that have tasks, those of the highest risk first.
   *
   * @param most how many cases are read for it
   */
  public Map<String, Found> withTasks(Viewer viewer, int most) {
    Map<String, Found> found = new HashMap<>();
    int read = 0;
    for (Case.Standing standing : LIVE) {
      Optional<ListWalk> walk = Optional.of(ListWalk.of(ListOrder.RANK, standing.name()));
      while (walk.isPresent() && read < most) {
        ListPage<KeptCase> page =
            cases.list(walk.get(), PAGE, kept -> reading.mayKnowOf(kept, viewer)); // upholds 6
        page.documents().forEach(each -> add(found, each.state(), true));
        read += page.documents().size();
        walk = page.next();
      }
    }
    return found;
  }

  /** Those among these that the person may know of and that are not erased. */
  public Map<String, Found> among(Collection<String> ids, Viewer viewer) {
    Map<String, Found> found = new HashMap<>();
    for (Guarded<KeptCase> each : cases.find(ids)) {
      if (reading.mayKnowOf(each.state(), viewer)) add(found, each.state(), false); // upholds 6
    }
    return found;
  }

  private static void add(Map<String, Found> to, KeptCase kept, boolean onlyWithTasks) {
    if (kept instanceof Case live && !(onlyWithTasks && live.allTasks().isEmpty())) {
      to.put(live.id(), new Found(live));
    }
  }

  /** Records that the person is shown these; without the entry there is no answer. */
  public void look(Collection<Found> shown, Viewer viewer) {
    for (boolean exercise : new boolean[] {false, true}) {
      List<Subject> subjects = new ArrayList<>();
      shown.stream()
          .filter(each -> each.exercise() == exercise)
          .forEach(each -> subjects.add(reading.named(each.live)));
      if (!subjects.isEmpty()) {
        reading.of(subjects, exercise, viewer); // upholds 10
      }
    }
  }
}
