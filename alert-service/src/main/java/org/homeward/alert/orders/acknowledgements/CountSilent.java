package org.homeward.alert.orders.acknowledgements;

import java.util.Map;
import java.util.TreeMap;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.document.GuardedDocuments;

/** Counts silent organisations of all alerts that go out; nobody is named. */
final class CountSilent {

  private final GuardedDocuments<Alert> alerts;
  private final ListOrganisations listOrganisations;

  CountSilent(GuardedDocuments<Alert> alerts, ListOrganisations listOrganisations) {
    this.alerts = alerts;
    this.listOrganisations = listOrganisations;
  }

  /** Only alerts that have some, exercises among them. */
  Map<String, Integer> byAlert() {
    Map<String, Integer> counts = new TreeMap<>();
    alerts
        .each("status", "ACTIVE")
        .forEach(
            alert -> {
              int silent = listOrganisations.silent(alert);
              if (silent > 0) {
                counts.put(alert.id(), silent);
              }
            });
    return counts;
  }

  /** Of real alerts. */
  int real() {
    return alerts
        .each("status", "ACTIVE")
        .filter(alert -> !alert.state().exercise())
        .mapToInt(listOrganisations::silent)
        .sum();
  }
}
