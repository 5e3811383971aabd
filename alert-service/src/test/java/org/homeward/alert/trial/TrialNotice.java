package org.homeward.alert.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.Says;

/** A case that an office has told everybody about. */
public final class TrialNotice {

  private static final String REGION = "RS-21";

  public final TrialAlert alerts;
  public final TrialCase trial;
  public final String alert;
  private final String entry;

  private TrialNotice(TrialAlert alerts, TrialCase trial, String languages) {
    this.alerts = alerts;
    this.trial = trial;
    this.entry = entry(alerts);
    this.alert = alerts.started(wish(languages));
  }

  /** In Serbian and English. */
  public static TrialNotice of(TrialAlert alerts, TrialCase trial, Says says) {
    alerts.known(trial.reported(says).released(says));
    return new TrialNotice(alerts, trial, "\"sr\", \"en\"");
  }

  /** The same, with a picture that the public may see. */
  public static TrialNotice of(TrialAlert alerts, TrialCase trial, Says says, CasePhoto photo) {
    alerts.known(trial.reported(says).released(says));
    alerts.known(trial.photo(photo));
    return new TrialNotice(alerts, trial, "\"sr\", \"en\"");
  }

  private static String entry(TrialAlert alerts) {
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

  private String wish(String languages) {
    return alerts
        .wish(trial, REGION, languages, alerts.in(Duration.ofHours(3)))
        .replace("VOLUNTEER", "PUBLIC")
        .replace(alerts.entry, entry);
  }

  public String code() {
    return alerts.read(alert).path("code").asString();
  }

  /** Of something of this alert. */
  public String path(String below) {
    return TrialAlert.ALERTS + "/" + alert + below;
  }
}
