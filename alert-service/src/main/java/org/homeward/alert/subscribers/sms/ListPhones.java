package org.homeward.alert.subscribers.sms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Shows the registered phones; a node has hundreds of them at most. */
final class ListPhones {

  private final GuardedDocuments<Phone> phones;

  ListPhones(GuardedDocuments<Phone> phones) {
    this.phones = phones;
  }

  /** Those that are not erased, by name. */
  List<Guarded<Phone>> all() {
    List<Guarded<Phone>> all = new ArrayList<>();
    phones.forEach(all::add);
    all.removeIf(phone -> phone.state().state() == Phone.State.ERASED);
    all.sort(
        Comparator.comparing((Guarded<Phone> phone) -> phone.state().name())
            .thenComparing(Guarded::id));
    return all;
  }

  Optional<Guarded<Phone>> one(String id) {
    return phones.find(id).filter(phone -> phone.state().state() != Phone.State.ERASED);
  }

  /** How many stand how; a state that none is in counts 0. */
  Map<Phone.State, Integer> byState() {
    Map<Phone.State, Integer> counts = new EnumMap<>(Phone.State.class);
    for (Phone.State state : Phone.State.values()) {
      counts.put(state, 0);
    }
    phones.forEach(each -> counts.merge(each.state().state(), 1, Integer::sum));
    return counts;
  }
}
