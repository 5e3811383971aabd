package org.homeward.bridge.handovers;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.SendOwed;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.bridge.handovers.dialogue.VitalInterest;
import org.homeward.schema.snapshots.HandoverTask;
import org.jspecify.annotations.Nullable;

/** Computes the alarms of a handover from its state. */
final class Dues {

  /** One of the clocks rings. */
  static final String CLOCK = "clock";

  private static final Set<String> OURS = Set.of(SendOwed.DUE, CLOCK);

  private Dues() {}

  /**
   * All alarms from now on; those of others, such as of its history, stay.
   *
   * @param earlier the document's
   */
  static Map<String, Instant> of(Handover handover, Map<String, Instant> earlier, Instant now) {
    Map<String, Instant> dues = new TreeMap<>(earlier);
    dues.keySet().removeAll(OURS);
    Exchange.Outgoing outgoing = handover.exchange().outgoing();
    if (outgoing.inFlight() != null || Owed.by(handover, now).isPresent()) {
      Instant next = outgoing.next();
      dues.put(SendOwed.DUE, next == null ? first(earlier.get(SendOwed.DUE), now) : next);
    }
    Instant clock =
        switch (handover) {
          case Owned owned -> clock(owned, now);
          case Held held -> clock(held);
        };
    if (clock != null) {
      dues.put(CLOCK, clock);
    }
    return dues;
  }

  private static @Nullable Instant clock(Owned owned, Instant now) {
    Instant first =
        switch (owned) {
          case Owned.Waiting waiting -> answer(waiting);
          case Owned.Live live -> confirmation(live);
          case Owned.Recalled _, Owned.Over _ -> null;
        };
    Told told = owned.share().told();
    // The clock also rings for a renewal, which is then owed as a message.
    if (told != null && !owned.isStopped() && told.renewAt().isAfter(now)) {
      first = earlier(first, told.renewAt());
    }
    Instant receiptBy = OwnerDecisions.receiptBy(owned);
    if (receiptBy != null && !owned.open().contains(HandoverTask.RECEIPT_OVERDUE)) {
      first = earlier(first, receiptBy);
    }
    return first;
  }

  /** When a person is told that nobody over there answers, or the offer is taken back. */
  private static Instant answer(Owned.Waiting owned) {
    Clocks clocks = owned.offer().clocks();
    Instant first = clocks.stopBy();
    if (owned.stage() != Owned.Waiting.Stage.COUNTERED
        && !owned.open().contains(HandoverTask.ANSWER_OVERDUE)) {
      first = earlier(first, clocks.answerBy());
    }
    if (owned.stage() == Owned.Waiting.Stage.NOT_YET
        && !owned.open().contains(HandoverTask.ACKNOWLEDGEMENT_OVERDUE)) {
      first = earlier(first, clocks.acknowledgeBy());
    }
    return first;
  }

  /** By when a second person must have confirmed what one person let across the border. */
  private static @Nullable Instant confirmation(Owned.Live owned) {
    Told known = owned.mayKnow();
    VitalInterest vital = owned.offer().vital();
    return known != null && known.onVitalInterest() && vital != null && !vital.isConfirmed()
        ? vital.until()
        : null;
  }

  private static @Nullable Instant clock(Held held) {
    Held.Lent lent = held instanceof Held.Live live ? live.lent() : null;
    if (lent != null) {
      return lent.until();
    }
    return held.open().contains(HandoverTask.RECEIPT_OVERDUE)
        ? null
        : HolderDecisions.erasedBy(held);
  }

  /** A due keeps its time, so that nothing has to be written for it. */
  private static Instant first(@Nullable Instant since, Instant now) {
    return since == null || since.isAfter(now) ? now : since;
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one == null || other.isBefore(one) ? other : one;
  }
}
