package org.homeward.bridge.messages;

import org.homeward.bridge.handovers.Exchange;
import org.homeward.bridge.handovers.Handover;
import org.homeward.durable.document.Guarded;

/** Where it is noted when something is tried again. */
@FunctionalInterface
public interface Attempts {

  /**
   * Does nothing when the handover has changed meanwhile. It is no change itself: trying for weeks
   * neither fills a history nor takes the version away from who has just read it.
   *
   * @param later with the time of the next attempt
   */
  void note(Guarded<Handover> read, Exchange.Outgoing later);
}
