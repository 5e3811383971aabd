package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
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
  private final Consumer<String> woken;

  /**
   * @param woken is told the id of a slice that is due now
   */
  ReplayDeadLetter(
      GuardedDocuments<Slice> slices,
      SliceIds ids,
      SubscriptionNumbers numbers,
      Consumer<String> woken) {
    this.slices = slices;
    this.ids = ids;
    this.numbers = numbers;
    this.woken = woken;
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
    int k = (int) ((number - 1) / Slice.SIZE) + 1;
    var outcome =
        slices.change(
            ids.slice(alert.id(), k),
            List.of(Check.<Slice, Replayed>once(command)),
            read -> decide(read, alert.state(), number, by));
    if (outcome instanceof WriteOutcome.Written(var now, var _)) {
      woken.accept(now.id());
    }
    return outcome;
  }

  private Decision<Slice, Replayed> decide(
      Guarded<Slice> read, Alert alert, long number, String by) {
    Delivery dead = read.state() instanceof Slice.Open open ? open.deliveries().get(number) : null;
    if (!(read.state() instanceof Slice.Open slice) || dead == null || !DeadLetters.isDead(dead)) {
      return Decision.keep(Replayed.NOT_DEAD);
    }
    Replayed how = how(alert, number, dead);
    return how == Replayed.AGAIN
        ? again(read, slice, number, dead, by)
        : Decision.keep(how);
  }

  private Replayed how(Alert alert, long number, Delivery dead) {
    return switch (alert) {
      case Alert.Active active when !dead.end() ->
          DeadLetters.isMeant(active.issue(), numbers.of(List.of(number)).get(number))
              ? Replayed.AGAIN
              : Replayed.NOT_MEANT;
      case Alert.Over _ when dead.end() -> Replayed.AGAIN;
      case Alert.Frozen _ -> Replayed.HELD;
      case Alert.Active _, Alert.Over _ -> Replayed.NOT_DEAD; // upholds 4
      case Alert.Draft _, Alert.Erased _ -> Replayed.NOT_DEAD;
    };
  }

  private Decision<Slice, Replayed> again(
      Guarded<Slice> read, Slice.Open slice, long number, Delivery dead, String by) {
    Instant now = slices.clock().instant();
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.put(
        SendSlice.SEND_DUE, SendSlice.busy(slice).filter(busy -> busy.isAfter(now)).orElse(now));
    return Decision.write(
        Edit.<Slice>of(slice.with(Map.of(number, dead.replayed(now)), slice.busyUntil()), by)
            .withDues(dues)
            .asEssential(),
        Replayed.AGAIN);
  }
}
