package org.homeward.alert.orders.alerts;

import org.homeward.alert.sight.SeenCase;
import org.homeward.durable.document.Guarded;

/** An alert that a person may see, because she may see its case. */
public final class SeenAlert {

  private final SeenCase seen;
  private final Guarded<Alert> alert;

  SeenAlert(SeenCase seen, Guarded<Alert> alert) {
    if (!alert.state().caseId().equals(seen.caseId())) {
      throw new IllegalArgumentException("the proof is of another case");
    }
    this.seen = seen;
    this.alert = alert;
  }

  public String id() {
    return alert.id();
  }

  public Alert state() {
    return alert.state();
  }

  long version() {
    return alert.version();
  }

  Guarded<Alert> alert() {
    return alert;
  }

  /** Opaque id of the person who sees it. */
  String person() {
    return seen.person();
  }

  /** The same alert, as the person's own command has left it. */
  SeenAlert now(Guarded<Alert> later) {
    return new SeenAlert(seen, later);
  }
}
