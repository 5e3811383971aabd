package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;

/** Makes tombstones of an alert's slices once all its ends are out. */
public final class BurySlices {

  private final GuardedDocuments<Slice> slices;
  private final SliceIds ids;

  BurySlices(GuardedDocuments<Slice> slices, SliceIds ids) {
    this.slices = slices;
    this.ids = ids;
  }

  /** False when somebody is still owed an end; then nothing has changed. */
  public boolean bury(Guarded<Alert> alert) {
    List<String> all = of(alert.id(), alert.state().watermark());
    Instant now = slices.clock().instant();
    for (String id : all) {
      if (slices.find(id).filter(slice -> !isSettled(slice.state(), now)).isPresent()) {
        return false;
      }
    }
    all.forEach(id -> bury(id, now));
    return true;
  }

  private List<String> of(String alert, long watermark) {
    List<String> all = new ArrayList<>();
    for (int k = 1; k <= Slice.count(watermark); k++) {
      all.add(ids.slice(alert, k));
    }
    return all;
  }

  private static boolean isSettled(Slice slice, Instant now) {
    return switch (slice) {
      case Slice.Erased _ -> true;
      case Slice.Open open ->
          open.busyUntil() == null
              && open.deliveries().values().stream()
                  .allMatch(
                      delivery -> DeliverySteps.end(delivery, now) instanceof DeliveryStep.Done);
    };
  }

  private void bury(String id, Instant now) {
    WriteOutcome<Slice, Boolean> _ =
        slices.change(
            id,
            read ->
                read.state() instanceof Slice.Open open
                    ? Decision.write(
                        Edit.<Slice>of(
                                new Slice.Erased(
                                    open.alert(),
                                    open.caseId(),
                                    YearMonth.from(now.atOffset(ZoneOffset.UTC))),
                                "alert")
                            .withDues(Map.of(KeptHistory.FORGET_DUE, now))
                            .asEssential(),
                        true)
                    : Decision.keep(false));
  }
}
