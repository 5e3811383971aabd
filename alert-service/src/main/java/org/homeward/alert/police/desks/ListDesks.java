package org.homeward.alert.police.desks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Shows the registered desks; a node has dozens of them at most. */
final class ListDesks {

  private final GuardedDocuments<Desk> desks;

  ListDesks(GuardedDocuments<Desk> desks) {
    this.desks = desks;
  }

  /** All, by name. */
  List<Guarded<Desk>> all() {
    List<Guarded<Desk>> all = new ArrayList<>();
    desks.forEach(all::add);
    all.sort(
        Comparator.comparing((Guarded<Desk> desk) -> desk.state().name())
            .thenComparing(Guarded::id));
    return all;
  }

  Optional<Guarded<Desk>> one(String id) {
    return desks.find(id);
  }
}
