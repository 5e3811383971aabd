package org.homeward.bridge.messages;

import java.util.Objects;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.schema.bridge.Heading;

/** Where a message of a partner stands in the chain of what came before it. */
enum MessageOrder {
  /** It is the one to be taken now. */
  NEXT,
  /** The partner's store was restored since. */
  OLD_INCARNATION,
  /** Another message had its number. */
  FORKED,
  /** One before it has not come yet. */
  GAP,
  /** It follows another message than the one that came. */
  CHAIN_BROKEN;

  /**
   * @param endures whether it is taken over a gap
   * @param own incarnation of this node's store
   */
  static MessageOrder of(Exchange.Incoming incoming, Heading heading, boolean endures, int own) {
    if (heading.incarnation() < incoming.incarnation()) {
      return OLD_INCARNATION;
    }
    if (heading.incarnation() > incoming.incarnation() && incoming.lastSeq() > 0) {
      return NEXT; // its store was restored: it goes on where it can
    }
    if (heading.seq() <= incoming.lastSeq()) {
      return FORKED;
    }
    if (incoming.hasLostSome(own)) {
      return NEXT; // our store was restored: it goes on where the partner is
    }
    if (endures) return NEXT; // upholds 4
    boolean first = incoming.lastSeq() == 0;
    if (first ? heading.prev() != null : heading.seq() > incoming.lastSeq() + 1) {
      return GAP;
    }
    return Objects.equals(heading.prev(), incoming.lastHash()) ? NEXT : CHAIN_BROKEN;
  }
}
