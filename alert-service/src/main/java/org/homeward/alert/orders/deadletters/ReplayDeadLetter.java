package org.homeward.alert.orders.deadletters;

import java.time.Instant;
import java.util.List;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.delivery.Delivery;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.orders.delivery.SliceIds;
import org.homeward.alert.orders.delivery.WakeSlice;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Has a dead letter sent again, because a person has mended what refused it. It goes as any message
 * does: planned on what holds then, recorded, and tried by the same table.
 */
final class ReplayDeadLetter {

  private final GuardedDocuments<Slice> slices;
  private final SliceIds ids;
  private final SubscriptionNumbers numbers;
  private final WakeSlice wakeSlice;

  ReplayDeadLetter(
      GuardedDocuments<Slice> slices,
      SliceIds ids,
      SubscriptionNumbers numbers,
      WakeSlice wakeSlice) {
    this.slices = slices;
    this.ids = ids;
    this.numbers = numbers;
    this.wakeSlice = wakeSlice;
  }

  /** How it ended. */
  enum Replayed {
    /** It is tried from now on. */
    AGAIN,
    /** Nothing new of the alert goes out, so neither does this. */
    HELD,
    /** The present edition is not for this destination, or its owner has left. */
    NOT_MEANT,
    /** It is delivered, tried, unknown, or its alert is over and only the end may go. */
    NOT_DEAD
  }

  /**
   * @param number of the destination
   */
  WriteOutcome.OfRequest<Slice, Replayed> replay(
      SeenAlert alert, long number, Command command, String by) {
    var outcome =
        slices.change(
            ids.holding(alert.id(), number),
            List.of(Check.<Slice, Replayed>once(command)),
            read -> decide(read, alert.state(), number, by));
    if (outcome instanceof WriteOutcome.Written(var now, var _)) {
      wakeSlice.tell(now.id());
    }
    return outcome;
  }

  private Decision<Slice, Replayed> decide(
      Guarded<Slice> read, Alert alert, long number, String by) {
    if (!(read.state() instanceof Slice.Open slice)) {
      return Decision.keep(Replayed.NOT_DEAD);
    }
    Delivery dead = slice.deadLetters().get(number);
    Replayed how = dead == null ? Replayed.NOT_DEAD : how(alert, number, dead);
    Instant now = slices.clock().instant();
    return how == Replayed.AGAIN
        ? Decision.write(wakeSlice.edit(slice.replayed(number, now), read.dues(), now, by), how)
        : Decision.keep(how);
  }

  private Replayed how(Alert alert, long number, Delivery dead) {
    boolean isOver = alert instanceof Alert.Over;
    if (isOver && !dead.end()) return Replayed.NOT_DEAD; // upholds 4
    return switch (alert) {
      case Alert.Active active when !dead.end() ->
          DeadLetters.isMeant(active.issue(), numbers.of(List.of(number)).get(number))
              ? Replayed.AGAIN
              : Replayed.NOT_MEANT;
      case Alert.Over _ -> Replayed.AGAIN;
      case Alert.Frozen _ -> Replayed.HELD;
      case Alert.Active _, Alert.Draft _, Alert.Erased _ -> Replayed.NOT_DEAD;
    };
  }
}
