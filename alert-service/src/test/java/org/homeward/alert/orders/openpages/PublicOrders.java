package org.homeward.alert.orders.openpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;

/** Orders alerts to everybody. */
final class PublicOrders {

  static final String REGION = "RS-21";

  private final TrialAlert alerts;

  PublicOrders(TrialAlert alerts) {
    this.alerts = alerts;
  }

  /** Of an office that may order both. */
  String entry() {
    Answer made =
        alerts
            .node
            .admin()
            .command(
                "/api/v1/authorities",
                """
                {"office": "Tužilaštvo", "country": "RS", "callBack": "+381 11 123 4567",
                 "powers": ["VOLUNTEER_ALERT", "PUBLIC_ALERT"], "persons": ["person-petar"],
                 "until": "%s"}"""
                    .formatted(alerts.in(Duration.ofDays(300))));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return alerts.node.confirmed("authorities", made);
  }

  String wish(TrialCase of, String entry) {
    return alerts.wish(of, REGION).replace("VOLUNTEER", "PUBLIC").replace(alerts.entry, entry);
  }

  String code(String alert) {
    return alerts.read(alert).path("code").asString();
  }
}
