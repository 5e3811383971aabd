package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.document.WriteOutcome;

/** Makes the slices of an alert, and wakes them whenever the alert has changed. */
final class FanOut {

  private static final String BY = "alert";

  private final GuardedDocuments<Slice> slices;
  private final SliceIds ids;
  private final Consumer<String> woken;

  /**
   * @param woken is told the id of a slice that is due now; its alarm would tell the same a little
   *     later
   */
  FanOut(GuardedDocuments<Slice> slices, SliceIds ids, Consumer<String> woken) {
    this.slices = slices;
    this.ids = ids;
    this.woken = woken;
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
        woken.accept(now.id());
      }
    }
  }

  /** A slice that is being sent stays claimed: one claim, one sender. */
  private Decision<Slice, Boolean> woken(Optional<Guarded<Slice>> read, Slice.Open fresh) {
    Instant now = slices.clock().instant();
    Slice slice = read.map(Guarded::state).orElse(fresh);
    if (!(slice instanceof Slice.Open open)) {
      return Decision.keep(false);
    }
    Instant due = SendSlice.busy(open).filter(busy -> busy.isAfter(now)).orElse(now);
    Map<String, Instant> dues = new TreeMap<>(read.map(Guarded::dues).orElse(Map.of()));
    dues.put(SendSlice.SEND_DUE, due);
    return Decision.write(Edit.<Slice>of(open, BY).withDues(dues).asEssential(), true);
  }
}
