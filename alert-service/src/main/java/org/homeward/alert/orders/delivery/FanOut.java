package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.document.WriteOutcome;

/** Makes the slices of an alert, and wakes them whenever the alert has changed. */
final class FanOut {

  private static final String BY = "alert";

  private final GuardedDocuments<Slice> slices;
  private final SliceIds ids;
  private final WakeSlice wakeSlice;

  FanOut(GuardedDocuments<Slice> slices, SliceIds ids, WakeSlice wakeSlice) {
    this.slices = slices;
    this.ids = ids;
    this.wakeSlice = wakeSlice;
  }

  /** Safe to repeat. */
  void tell(Guarded<Alert> alert) {
    long watermark = alert.state().watermark();
    var source = new SourceVersion("alert/" + alert.id(), alert.version());
    for (int k = 1; k <= Slice.count(watermark); k++) {
      Slice.Open fresh = Slice.Open.fresh(alert.id(), alert.state().caseId(), k);
      WriteOutcome<Slice, Boolean> outcome =
          slices.react(ids.slice(alert.id(), k), source, read -> woken(read, fresh));
      if (outcome instanceof WriteOutcome.Written(var now, var _)
          && now.dueAt(slices.clock().instant()).contains(SendSlice.SEND_DUE)) {
        wakeSlice.tell(now.id());
      }
    }
  }

  private Decision<Slice, Boolean> woken(Optional<Guarded<Slice>> read, Slice.Open fresh) {
    Slice slice = read.map(Guarded::state).orElse(fresh);
    Map<String, Instant> dues = read.map(Guarded::dues).orElse(Map.of());
    return slice instanceof Slice.Open open
        ? Decision.write(wakeSlice.edit(open, dues, slices.clock().instant(), BY), true)
        : Decision.keep(false);
  }
}
