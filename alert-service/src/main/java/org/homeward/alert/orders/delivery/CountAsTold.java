package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.Replay;

/**
 * After a restore, counts everybody for whom an alert was meant as having received it: the alert
 * may have been sent since the copy was made. They get its end, and are listed.
 */
public final class CountAsTold {

  private final GuardedDocuments<Slice> slices;
  private final SubscriptionNumbers numbers;
  private final SliceIds ids;
  private final FanOut fanOut;

  CountAsTold(
      GuardedDocuments<Slice> slices, SubscriptionNumbers numbers, SliceIds ids, FanOut fanOut) {
    this.slices = slices;
    this.numbers = numbers;
    this.ids = ids;
    this.fanOut = fanOut;
  }

  /** Safe to repeat. */
  public void count(Guarded<Alert> alert) {
    Issue issue =
        switch (alert.state()) {
          case Alert.Active active -> active.issue();
          case Alert.Frozen frozen -> frozen.issue();
          case Alert.Draft _, Alert.Over _, Alert.Erased _ -> null;
        };
    if (issue == null) {
      return;
    }
    fanOut.tell(alert);
    for (int k = 1; k <= Slice.count(alert.state().watermark()); k++) {
      WriteOutcome<Slice, Boolean> _ =
          slices.change(ids.slice(alert.id(), k), read -> counted(read, issue));
    }
  }

  private Decision<Slice, Boolean> counted(Guarded<Slice> read, Issue issue) {
    if (!(read.state() instanceof Slice.Open slice)) {
      return Decision.keep(false);
    }
    Instant now = slices.clock().instant();
    PreviewDocument.Rule rule = issue.preview().read().rule();
    long last = Math.min(slice.last(), rule.watermark());
    Map<Long, Delivery> told = new TreeMap<>();
    if (last >= slice.first()) {
      numbers
          .range(slice.first(), last)
          .forEach((number, to) -> told(slice, number, to, issue, now, told));
    }
    return told.isEmpty()
        ? Decision.keep(false)
        : Decision.write(
            Edit.<Slice>of(slice.with(told, slice.busyUntil()), Replay.BY)
                .withDues(read.dues())
                .asEssential(),
            true);
  }

  private static void told(
      Slice.Open slice,
      long number,
      Destination to,
      Issue issue,
      Instant now,
      Map<Long, Delivery> told) {
    Delivery before = slice.deliveries().get(number);
    boolean meant = PlanBatch.isMeant(issue.preview().read().rule(), to);
    if (meant && (before == null || before.mayHaveGoneOut())) {
      Delivery sent =
          before == null ? Delivery.first(issue.edition(), to.language()) : before.again();
      sent = sent.by(to.address().channel());
      Delivery unknown = sent.forgotten(now.plus(DeliverySteps.REPEAT_AFTER));
      told.put(number, unknown); // upholds 4
    }
  }
}
