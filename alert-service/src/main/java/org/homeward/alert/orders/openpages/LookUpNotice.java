package org.homeward.alert.orders.openpages;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.preview.FindAlertOfReference;
import org.homeward.alert.orders.preview.NoticeCode;
import org.homeward.alert.orders.stops.StopsInForce;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.GuardedDocuments;

/**
 * Looks up the notice of a code, anew each time. A code that is not active asks the store for the
 * same as one that nobody ever had, whatever has become of its alert: neither the answer nor its
 * time tells that a child was ever looked for.
 */
final class LookUpNotice {

  /** No alert and no case has this id. */
  private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

  private static final String STATUS = "status";
  private static final String CASE_ID = "caseId";
  private static final String READERS = "issue.order.audience";

  private final FindAlertOfReference references;
  private final GuardedDocuments<Alert> alerts;
  private final StopsInForce stops;
  private final AlertStates states;
  private final BooleanSupplier isKnown;
  private final Clock clock;

  /**
   * @param isKnown whether this node knows what holds now
   */
  LookUpNotice(
      FindAlertOfReference references,
      GuardedDocuments<Alert> alerts,
      StopsInForce stops,
      AlertStates states,
      BooleanSupplier isKnown,
      Clock clock) {
    this.references = references;
    this.alerts = alerts;
    this.stops = stops;
    this.states = states;
    this.isKnown = isKnown;
    this.clock = clock;
  }

  /** The answer to whoever asks for a code. */
  sealed interface Found {

    record Active(OpenNotice notice) implements Found {}

    /** It has ended, is held, or never was. */
    record NotActive() implements Found {}

    /** The node may know only what is too old; the answer is the same for every code. */
    record NotKnown() implements Found {}
  }

  Found find(String code) {
    if (!isKnown.getAsBoolean()) {
      return new Found.NotKnown(); // upholds 4
    }
    String alert = references.find(NoticeCode.reference(code).orElse("")).orElse(NOBODY);
    Optional<Excerpt> excerpt = alerts.excerpts().of(alert, STATUS, CASE_ID, READERS);
    String caseId = excerpt.flatMap(found -> found.text(CASE_ID)).orElse(NOBODY);
    boolean isStopped = stops.isAnyAgainst(caseId, alert);
    boolean isActive = has(excerpt, STATUS, "ACTIVE") && has(excerpt, READERS, "PUBLIC");
    return isActive && !isStopped
        ? notice(alert).<Found>map(Found.Active::new).orElseGet(Found.NotActive::new)
        : new Found.NotActive();
  }

  private static boolean has(Optional<Excerpt> excerpt, String field, String value) {
    return excerpt.flatMap(found -> found.text(field)).filter(value::equals).isPresent();
  }

  /**
   * As it goes out now; empty when it does not, or is for volunteers. A partner's brake holds what
   * begins, and this page has begun.
   */
  Optional<OpenNotice> notice(String alert) {
    return states.effectiveOnceBegun(alert, clock.instant())
            instanceof AlertStates.Effective.Goes(Alert.Active active)
        ? notice(alert, active)
        : Optional.empty();
  }

  private Optional<OpenNotice> notice(String alert, Alert.Active active) {
    var approved = active.issue().preview().read();
    return approved
        .code()
        .map(
            code -> OpenNotice.of(alert, active.issue(), approved, code, states.photosNow(active)));
  }
}
