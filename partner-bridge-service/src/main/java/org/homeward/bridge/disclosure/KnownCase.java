package org.homeward.bridge.disclosure;

import java.util.Optional;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.schema.disclosure.PartnerReading;
import org.homeward.schema.snapshots.CaseSnapshot;

/** The part of a stored copy that may go to a partner: a search, with a report it may know. */
final class KnownCase {

  private KnownCase() {}

  static Optional<CaseSnapshot> of(Optional<Guarded<CaseCopy>> copy) {
    return snapshot(copy)
        .filter(CaseSnapshot::isSearch) // upholds 3
        .filter(snapshot -> !PartnerReading.reports(snapshot.reports()).isEmpty());
  }

  /** Why there is none, as a code. */
  static String whyNot(Optional<Guarded<CaseCopy>> copy) {
    return snapshot(copy).map(CaseSnapshot::isSearch).orElse(true)
        ? "no-released-report"
        : "not-a-search";
  }

  private static Optional<CaseSnapshot> snapshot(Optional<Guarded<CaseCopy>> copy) {
    return copy.map(Guarded::state)
        .filter(CaseCopy.Known.class::isInstance)
        .map(known -> ((CaseCopy.Known) known).snapshot());
  }
}
