package org.homeward.bridge.handovers;

import org.homeward.durable.document.WriteOutcome;

/** Answers the clocks of a handover. */
final class RingHandover {

  private final ChangeHandover changeHandover;

  RingHandover(ChangeHandover changeHandover) {
    this.changeHandover = changeHandover;
  }

  /** Safe to repeat; does nothing before the time. */
  void ring(String id) {
    changeHandover
        .find(id)
        .ifPresent(
            found -> {
              switch (found.state()) {
                case Owned _ -> {
                  WriteOutcome.OfChanging<Handover, HandoverDecision<Owned>> _ =
                      changeHandover.owned(id, "bridge", new OwnerEvent.ClockRang());
                }
                case Held _ -> {
                  WriteOutcome.OfChanging<Handover, HandoverDecision<Held>> _ =
                      changeHandover.held(id, "bridge", new HolderEvent.ClockRang());
                }
              }
              changeHandover.settle(id);
            });
  }
}
