package org.homeward.alert.desks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Shows the registered desks; a node has dozens of them at most. */
public final class ListDesks {

  private final GuardedDocuments<Desk> desks;

  public ListDesks(GuardedDocuments<Desk> desks) {
    this.desks = desks;
  }

  /** All, by name. */
  public List<Guarded<Desk>> all() {
    List<Guarded<Desk>> all = new ArrayList<>();
    desks.forEach(all::add);
    all.sort(
        Comparator.comparing((Guarded<Desk> desk) -> desk.state().name())
            .thenComparing(Guarded::id));
    return all;
  }

  public Optional<Guarded<Desk>> one(String id) {
    return desks.find(id);
  }
}
