package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.homeward.durable.document.Edit;

/** Has a slice sent as soon as nobody sends it: one claim, one sender. */
public final class WakeSlice {

  private final Consumer<String> woken;

  /**
   * @param woken is told the id of a slice that is due now; its alarm would tell the same a little
   *     later
   */
  WakeSlice(Consumer<String> woken) {
    this.woken = woken;
  }

  /**
   * Stores a slice that is due.
   *
   * @param dues that it has so far
   */
  public Edit<Slice> edit(Slice.Open slice, Map<String, Instant> dues, Instant now, String by) {
    Map<String, Instant> all = new TreeMap<>(dues);
    all.put(
        SendSlice.SEND_DUE, SendSlice.busy(slice).filter(busy -> busy.isAfter(now)).orElse(now));
    return Edit.<Slice>of(slice, by).withDues(all).asEssential();
  }

  /** Once it is stored. */
  public void tell(String slice) {
    woken.accept(slice);
  }
}
