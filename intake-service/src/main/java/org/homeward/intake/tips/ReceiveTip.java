package org.homeward.intake.tips;

import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.frame.store.StoreCapacity.Work;

/** Stores a stranger's tip where there is room for it; a repetition needs none. */
final class ReceiveTip {

  private final GuardedDocuments<KeptTip> tips;
  private final ChangeTip changeTip;
  private final TipCeiling ceiling;
  private final StoreCapacity room;
  private final TipCounts counts;

  ReceiveTip(
      GuardedDocuments<KeptTip> tips,
      ChangeTip changeTip,
      TipCeiling ceiling,
      StoreCapacity room,
      TipCounts counts) {
    this.tips = tips;
    this.changeTip = changeTip;
    this.ceiling = ceiling;
    this.room = room;
    this.counts = counts;
  }

  /** What becomes of it. */
  enum Outcome {
    STORED,
    CLIENT_HAS_SENT_MANY,
    NO_ROOM
  }

  /**
   * @param client by which tips are counted; nothing of it is kept
   */
  Outcome receive(Tip tip, Command command, String client) {
    Outcome outcome =
        tips.<Boolean>repeated(command).isPresent()
            ? Outcome.STORED // a majority has it
            : received(tip, command, client);
    counts.count(outcome);
    return outcome;
  }

  private Outcome received(Tip tip, Command command, String client) {
    if (!room.has(Work.TIP)) {
      return Outcome.NO_ROOM;
    }
    return switch (ceiling.take(client)) {
      case CLIENT_HAS_SENT_MANY -> Outcome.CLIENT_HAS_SENT_MANY;
      case NODE_HAS_TAKEN_MANY -> Outcome.NO_ROOM;
      case FREE -> {
        changeTip.receive(tip, command); // a repetition that overtook it is the same tip
        yield Outcome.STORED;
      }
    };
  }
}
