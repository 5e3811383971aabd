package org.homeward.bridge.handovers;

import java.util.OptionalLong;
import org.homeward.durable.document.Outcome;

/** Answers the clocks of a handover. */
public final class RingHandover {

  private final ChangeHandover changeHandover;

  public RingHandover(ChangeHandover changeHandover) {
    this.changeHandover = changeHandover;
  }

  /** Safe to repeat; does nothing before the time. */
  public void ring(String id) {
    changeHandover
        .find(id)
        .ifPresent(
            found -> {
              switch (found.state()) {
                case Owned _ -> {
                  Outcome<Handover, Decided<Owned>> _ =
                      changeHandover.owned(
                          id, OptionalLong.empty(), null, "bridge", new OwnerEvent.ClockRang());
                }
                case Held _ -> {
                  Outcome<Handover, Decided<Held>> _ =
                      changeHandover.held(
                          id, OptionalLong.empty(), null, "bridge", new HolderEvent.ClockRang());
                }
              }
              changeHandover.settle(id);
            });
  }
}
