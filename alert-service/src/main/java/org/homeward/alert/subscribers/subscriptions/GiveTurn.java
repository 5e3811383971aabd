package org.homeward.alert.subscribers.subscriptions;

import java.time.Instant;
import java.util.Map;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Gives each confirmation mail of the node its turn, in the order in which they are wanted. One
 * document holds the newest turn, so that the ceiling is one for all instances.
 */
public final class GiveTurn {

  private static final String NODE = "node";
  private static final String BY = "alert";

  private final GuardedDocuments<MailTurn> turns;
  private final Ceiling ceiling;
  private final Runnable putOff;

  /**
   * @param putOff hears of each mail whose turn is not at once
   */
  GiveTurn(GuardedDocuments<MailTurn> turns, Ceiling ceiling, Runnable putOff) {
    this.turns = turns;
    this.ceiling = ceiling;
    this.putOff = putOff;
  }

  /** When a mail that is wanted now may be begun. A turn that nobody uses is lost. */
  public Instant next(Instant now) {
    while (true) {
      Guarded<MailTurn> read = read();
      MailTurn next = read.state().next(ceiling, now);
      // A note leaves no history: nobody needs to know which mail had which turn.
      if (turns.note(read, next, Map.of())) {
        Instant from = next.from(now);
        if (from.isAfter(now)) {
          putOff.run();
        }
        return from;
      }
    }
  }

  private Guarded<MailTurn> read() {
    return turns.find(NODE).orElseGet(this::made);
  }

  private Guarded<MailTurn> made() {
    return switch (turns.<Boolean>put(
        NODE,
        read ->
            read.isPresent()
                ? Decision.keep(false)
                : Decision.write(Edit.of(MailTurn.NONE, BY), true))) {
      case WriteOutcome.Written(var now, var _) -> now;
      case WriteOutcome.Kept(var now, var _) -> now;
      case WriteOutcome.NotMade(var _) -> throw new IllegalStateException("it is made when absent");
    };
  }
}
