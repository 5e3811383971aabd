package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeenAlert;
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
  private final Consumer<String> woken;

  /**
   * @param woken is told the id of a slice that is due now
   */
  ReplayDeadLetter(GuardedDocuments<Slice> slices, SliceIds ids, Consumer<String> woken) {
    this.slices = slices;
    this.ids = ids;
    this.woken = woken;
  }

  /** How it ended. */
  enum Replayed {
    /** It is tried from now on. */
    AGAIN,
    /** Nothing new of the alert goes out, so neither does this. */
    HELD,
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
    if (!(read.state() instanceof Slice.Open slice) || dead == null) {
      return Decision.keep(Replayed.NOT_DEAD);
    }
    return switch (alert) {
      case Alert.Active _ -> again(read, slice, number, dead, false, by);
      case Alert.Over _ -> again(read, slice, number, dead, true, by);
      case Alert.Frozen _ -> Decision.keep(Replayed.HELD);
      case Alert.Draft _, Alert.Erased _ -> Decision.keep(Replayed.NOT_DEAD);
    };
  }

  private Decision<Slice, Replayed> again(
      Guarded<Slice> read, Slice.Open slice, long number, Delivery dead, boolean over, String by) {
    if (!DeadLetters.isOwed(dead, over)) {
      return Decision.keep(Replayed.NOT_DEAD);
    }
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
