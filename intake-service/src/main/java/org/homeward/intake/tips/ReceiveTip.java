package org.homeward.intake.tips;

import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.frame.store.StoreCapacity.Work;

/** Stores a stranger's tip where there is room for it; a repetition needs none. */
final class ReceiveTip {

  private final GuardedDocuments<KeptTip> tips;
  private final ChangeTip changeTip;
  private final TipCeiling ceiling;
  private final StoreCapacity room;
  private final TipPictures pictures;
  private final Counts counts;

  ReceiveTip(
      GuardedDocuments<KeptTip> tips,
      ChangeTip changeTip,
      TipCeiling ceiling,
      StoreCapacity room,
      TipPictures pictures,
      Counts counts) {
    this.tips = tips;
    this.changeTip = changeTip;
    this.ceiling = ceiling;
    this.room = room;
    this.pictures = pictures;
    this.counts = counts;
  }

  /** Counts what became of strangers' tips. */
  @FunctionalInterface
  interface Counts {

    void count(Outcome outcome);
  }

  /** What becomes of it. */
  enum Outcome {
    STORED,
    CLIENT_HAS_SENT_MANY,
    NO_ROOM,
    /** Nothing is known of its picture; it may be sent again. */
    BUSY,
    PICTURE_REFUSED
  }

  /**
   * @param rule that its picture breaks; empty for none
   */
  record Receipt(Outcome outcome, String rule) {

    static Receipt of(Outcome outcome) {
      return new Receipt(outcome, "");
    }
  }

  /**
   * A tip with a picture; nothing of it is stored unless all of it is. The picture is read after it
   * is known that there is room, because reading it takes a process.
   *
   * @param ofGiver whether the giver says to be the child in it
   */
  Receipt receive(Tip tip, byte[] picture, boolean ofGiver, Command command, String client) {
    Receipt receipt =
        tips.<Boolean>repeated(command).isPresent()
            ? Receipt.of(Outcome.STORED) // a majority has it
            : received(tip, picture, ofGiver, command, client);
    counts.count(receipt.outcome());
    return receipt;
  }

  private Receipt received(
      Tip tip, byte[] picture, boolean ofGiver, Command command, String client) {
    Outcome free = free(client);
    if (free != Outcome.STORED) {
      return Receipt.of(free);
    }
    return switch (pictures.read(picture, ofGiver)) {
      case TipPictures.Sent.Busy() -> Receipt.of(Outcome.BUSY);
      case TipPictures.Sent.Refused(String rule) -> new Receipt(Outcome.PICTURE_REFUSED, rule);
      case TipPictures.Sent.Read read -> {
        String id = UUID.randomUUID().toString();
        pictures.keep(id, read);
        var outcome = changeTip.receive(id, tip.pictured(read.picture()), command);
        if (!(outcome instanceof WriteOutcome.Written<KeptTip, Boolean>)) {
          pictures.deleteAll(id); // a repetition overtook it
        }
        yield Receipt.of(Outcome.STORED);
      }
    };
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
    Outcome free = free(client);
    if (free == Outcome.STORED) {
      changeTip.receive(tip, command); // a repetition that overtook it is the same tip
    }
    return free;
  }

  private Outcome free(String client) {
    if (!room.has(Work.TIP)) {
      return Outcome.NO_ROOM;
    }
    return switch (ceiling.take(client)) {
      case CLIENT_HAS_SENT_MANY -> Outcome.CLIENT_HAS_SENT_MANY;
      case NODE_HAS_TAKEN_MANY -> Outcome.NO_ROOM;
      case FREE -> Outcome.STORED;
    };
  }
}
