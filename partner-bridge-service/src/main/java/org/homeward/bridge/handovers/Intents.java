package org.homeward.bridge.handovers;

import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.schema.bridge.Body;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.Offer;

/** What a handover becomes when a message is about to be sent. */
public final class Intents {

  private Intents() {}

  /** The message has its number from now on. */
  public static Handover intended(Handover was, InFlight message, Body body) {
    Exchange.Outgoing out = was.exchange().outgoing();
    Exchange next =
        was.exchange()
            .with(new Exchange.Outgoing(out.lastSeq(), out.lastHash(), message, 0, null, null));
    if (was instanceof Owned owned) {
      OwnedBuilder with = owned.with().exchange(next);
      if (body instanceof Offer offer) {
        with.offer(offer);
      }
      Withdrawal recall = owned.recall();
      if (message.type() == MessageType.RECALL && recall != null) {
        with.recall(recall.made(message.hash(), message.jws()));
      }
      return with.build();
    }
    return was.with(next);
  }

  /** The partner knows all it may know of this version. */
  public static Handover upToDate(Handover was, long caseVersion) {
    if (was instanceof Owned owned && owned.told() != null) {
      return owned.with().told(owned.told().seen(caseVersion)).build();
    }
    return was;
  }
}
