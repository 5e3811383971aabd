package org.homeward.alert.orders.openpages;

import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.document.GuardedDocuments;

/**
 * Whether the newest word of every case that has a page could be read. If one could not, its page
 * cannot be shown, and all codes are answered alike: a page that is empty for this reason would say
 * that there is an alert.
 */
final class KnownNotices {

  private static final Map<String, Object> LIVE =
      Map.of("status", "ACTIVE", "issue.order.audience", "PUBLIC");

  private static final String CASE_ID = "caseId";

  private final GuardedDocuments<Alert> alerts;
  private final BooleanSupplier isAnyStale;
  private final Predicate<String> isStale;

  /**
   * @param isAnyStale whether the newest record of anything could not be read: seldom
   * @param isStale whether that of this case could not
   */
  KnownNotices(
      GuardedDocuments<Alert> alerts, BooleanSupplier isAnyStale, Predicate<String> isStale) {
    this.alerts = alerts;
    this.isAnyStale = isAnyStale;
    this.isStale = isStale;
  }

  boolean areAll() {
    if (!isAnyStale.getAsBoolean()) {
      return true;
    }
    Set<String> live = alerts.excerpts().ids(LIVE, ListNotices.MOST);
    boolean isOneStale =
        alerts.excerpts().of(live, CASE_ID).values().stream()
            .flatMap(alert -> alert.text(CASE_ID).stream())
            .anyMatch(isStale);
    if (isOneStale) return false; // upholds 4
    return true;
  }
}
