package org.homeward.bridge.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.dialogue.Exchange;
import org.homeward.bridge.handovers.dialogue.SendOwed;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/**
 * Notes the time of the next attempt. This makes no new version, so weeks of attempts neither fill
 * the history nor make a reader's version stale.
 */
final class Attempts {

  private final GuardedDocuments<Handover> handovers;
  private final SendSettings settings;
  private final Clock clock;

  Attempts(GuardedDocuments<Handover> handovers, SendSettings settings, Clock clock) {
    this.handovers = handovers;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Does nothing when the handover has changed meanwhile.
   *
   * @param why nothing was sent, as a code
   */
  void later(Guarded<Handover> read, String why) {
    Exchange exchange = read.state().exchange();
    Exchange.Outgoing outgoing = exchange.outgoing();
    Instant next = settings.next(outgoing.attempts(), clock.instant());
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.put(SendOwed.DUE, next);
    boolean _ =
        handovers.note(read, read.state().with(exchange.with(outgoing.later(next, why))), dues);
  }
}
