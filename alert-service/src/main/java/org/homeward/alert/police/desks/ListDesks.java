package org.homeward.alert.police.desks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.alert.registers.Standing;
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

  /** For how long the key that ends next still opens the feed; empty when no key does. */
  Optional<Duration> leftOfKeys(Instant now) {
    return leftOfKeys(all().stream().map(Guarded::state), now);
  }

  static Optional<Duration> leftOfKeys(Stream<Desk> desks, Instant now) {
    return desks
        .filter(desk -> desk.standing(now) == Standing.VALID)
        .map(desk -> Duration.between(now, desk.expiresAt()))
        .min(Comparator.naturalOrder());
  }

  Optional<Guarded<Desk>> one(String id) {
    return desks.find(id);
  }
}
