package org.homeward.alert.subscribers.organisations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.subscribers.organisations.OrganisationEntry.State;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Shows the registered entries of one kind; a node has hundreds of them at most. */
public final class ListEntries<E extends OrganisationEntry> {

  private final GuardedDocuments<E> entries;

  public ListEntries(GuardedDocuments<E> entries) {
    this.entries = entries;
  }

  /** Those that are not erased, by name. */
  public List<Guarded<E>> all() {
    List<Guarded<E>> all = new ArrayList<>();
    entries.forEach(all::add);
    all.removeIf(ListEntries::isErased);
    all.sort(
        Comparator.comparing((Guarded<E> entry) -> entry.state().name())
            .thenComparing(Guarded::id));
    return all;
  }

  Optional<Guarded<E>> one(String id) {
    return entries.find(id).filter(entry -> !isErased(entry));
  }

  private static boolean isErased(Guarded<? extends OrganisationEntry> entry) {
    return entry.state().state() == State.ERASED;
  }

  /** How many stand how; a state that none is in counts 0. */
  public Map<State, Integer> byState() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      counts.put(state, 0);
    }
    entries.forEach(each -> counts.merge(each.state().state(), 1, Integer::sum));
    return counts;
  }
}
