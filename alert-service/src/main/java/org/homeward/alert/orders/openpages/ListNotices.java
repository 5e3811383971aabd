package org.homeward.alert.orders.openpages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.document.GuardedDocuments;

/** Lists what is active now, for citizens who look; exercises are in no list. */
final class ListNotices {

  /** More than a country ever has at a time. */
  static final int MOST = 200;

  /** Each reads every public alert anew; codes are answered beside them. */
  private static final int AT_A_TIME = 2;

  private static final long PATIENCE_SECONDS = 2;
  private static final Map<String, Object> LISTED =
      Map.of("status", "ACTIVE", "issue.order.audience", "PUBLIC", "exercise", false);

  private final GuardedDocuments<Alert> alerts;
  private final LookUpNotice lookUpNotice;
  private final BooleanSupplier isKnown;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  ListNotices(GuardedDocuments<Alert> alerts, LookUpNotice lookUpNotice, BooleanSupplier isKnown) {
    this.alerts = alerts;
    this.lookUpNotice = lookUpNotice;
    this.isKnown = isKnown;
  }

  /**
   * In the order of random ids, which tells nothing; empty when this is not known now, or when too
   * many ask.
   */
  Optional<List<OpenNotice>> list() {
    if (!isKnown.getAsBoolean() || !isMyTurn()) {
      return Optional.empty(); // upholds 4
    }
    try {
      Set<String> listed = alerts.excerpts().ids(LISTED, MOST);
      List<OpenNotice> notices = new ArrayList<>();
      for (String alert : listed) {
        lookUpNotice.notice(alert).filter(notice -> !notice.exercise()).ifPresent(notices::add);
      }
      return Optional.of(notices);
    } finally {
      places.release();
    }
  }

  private boolean isMyTurn() {
    try {
      return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
