package org.homeward.alert.orders.acknowledgements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.jspecify.annotations.Nullable;

/**
 * Counts silent organisations of all alerts that go out; nobody is named. A count serves for some
 * seconds: each look at a list of tasks asks for it.
 */
final class CountSilent {

  private static final Duration LASTS = Duration.ofSeconds(10);

  private final GuardedDocuments<Alert> alerts;
  private final ListOrganisations listOrganisations;
  private final Clock clock;
  private volatile @Nullable Counted newest;

  CountSilent(GuardedDocuments<Alert> alerts, ListOrganisations listOrganisations, Clock clock) {
    this.alerts = alerts;
    this.listOrganisations = listOrganisations;
    this.clock = clock;
  }

  /** A count and its time. */
  private record Counted(Instant at, Map<String, Integer> byAlert, int real) {

    boolean serves(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(LASTS));
    }
  }

  /** Only alerts that have some, exercises among them. */
  Map<String, Integer> byAlert() {
    return counted().byAlert();
  }

  /** Of real alerts. */
  int real() {
    return counted().real();
  }

  /** The next look counts anew: whoever has written down a word sees what it changed. */
  void countAnew() {
    newest = null;
  }

  private Counted counted() {
    Counted last = newest;
    if (last != null && last.serves(clock.instant())) {
      return last;
    }
    Counted now = count(clock.instant());
    newest = now;
    return now;
  }

  private Counted count(Instant at) {
    Map<String, Integer> counts = new TreeMap<>();
    int real = 0;
    List<Guarded<Alert>> active = alerts.each("status", "ACTIVE").toList();
    for (Guarded<Alert> alert : active) {
      int silent = isForOne(alert.state()) ? listOrganisations.silent(alert) : 0;
      if (silent > 0) {
        counts.put(alert.id(), silent);
        real += alert.state().exercise() ? 0 : silent;
      }
    }
    return new Counted(at, Collections.unmodifiableMap(counts), real);
  }

  /** Most alerts go to volunteers alone: their slices need not be read. */
  private static boolean isForOne(Alert alert) {
    return alert instanceof Alert.Active active
        && ListOrganisations.isForOne(active.issue().preview().read().rule());
  }
}
