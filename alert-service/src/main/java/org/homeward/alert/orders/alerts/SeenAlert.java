package org.homeward.alert.orders.alerts;

import java.util.Optional;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.PreviewDocument;
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

  /** What waits for approval, or else went out; empty once its words are gone. */
  public Optional<PreviewDocument> preview() {
    return ShowAlerts.preview(this).map(Preview::read);
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
