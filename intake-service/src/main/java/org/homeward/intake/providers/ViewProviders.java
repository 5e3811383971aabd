package org.homeward.intake.providers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;

/** Reads the directory; it is small, so that all of it is read. */
final class ViewProviders {

  private final GuardedDocuments<KeptProvider> providers;
  private final AuditTrail trail;
  private final Duration checkEvery;
  private final Clock clock;

  ViewProviders(
      GuardedDocuments<KeptProvider> providers,
      AuditTrail trail,
      Duration checkEvery,
      Clock clock) {
    this.providers = providers;
    this.trail = trail;
    this.checkEvery = checkEvery;
    this.clock = clock;
  }

  /** One that stands in the directory. */
  record Known(String id, long version, Provider provider, boolean unchecked) {}

  /** By name. */
  List<Known> all(Predicate<Provider> which) {
    Instant now = clock.instant();
    List<Known> all = new ArrayList<>();
    providers.forEach(read -> known(read, now).ifPresent(all::add));
    return all.stream()
        .filter(each -> which.test(each.provider()))
        .sorted(
            Comparator.comparing((Known each) -> each.provider().details().name())
                .thenComparing(Known::id))
        .toList();
  }

  Optional<Known> one(String id) {
    return providers.find(id).flatMap(read -> known(read, clock.instant()));
  }

  private Optional<Known> known(Guarded<KeptProvider> read, Instant now) {
    return read.state() instanceof Provider live
        ? Optional.of(new Known(read.id(), read.version(), live, live.isUnchecked(checkEvery, now)))
        : Optional.empty();
  }

  /**
   * The address of one, sealed or not; the look is recorded first. Empty where there is none, and
   * for an unknown id.
   */
  Optional<String> address(String id, Viewer viewer) {
    Optional<Known> found = one(id);
    if (found.isPresent()) {
      viewer.looks(trail, List.of(id), AuditEntry.Verb.DISCLOSED, clock.instant()); // upholds 10
    }
    return found.flatMap(each -> Optional.ofNullable(each.provider().address()));
  }

  /** How many nobody has asked for too long. */
  long unchecked() {
    return all(_ -> true).stream().filter(Known::unchecked).count();
  }
}
