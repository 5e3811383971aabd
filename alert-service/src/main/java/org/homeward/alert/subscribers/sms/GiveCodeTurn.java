package org.homeward.alert.subscribers.sms;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Gives a code its turn under the node's ceiling, which is one for all instances and requests. */
public final class GiveCodeTurn {

  /** Phones of organisations. */
  public static final String ORGANISATIONS = "node";

  /** Phones of volunteers: however many strangers ask, organisations prove theirs. */
  public static final String VOLUNTEERS = "volunteers";

  private static final String BY = "alert";

  private final GuardedDocuments<CodeTurns> turns;
  private final String whose;
  private final int perHour;

  /**
   * @param whose codes
   * @param perHour of these in the whole node
   */
  GiveCodeTurn(GuardedDocuments<CodeTurns> turns, String whose, int perHour) {
    this.turns = turns;
    this.whose = whose;
    this.perHour = perHour;
  }

  /**
   * False when too many codes were begun in the hour. A turn that nobody uses is lost.
   *
   * @param number sealed
   */
  boolean take(String number, Instant now) {
    while (true) {
      Guarded<CodeTurns> read = read();
      Optional<CodeTurns> next = read.state().next(perHour, number, now);
      if (next.isEmpty()) {
        return false;
      }
      // A note leaves no history: nobody needs to know which number had a code when.
      if (turns.note(read, next.get(), Map.of())) {
        return true;
      }
    }
  }

  /** Whether a turn would be given now; another request may take it first. */
  public boolean hasRoom(String number, Instant now) {
    return read().state().next(perHour, number, now).isPresent();
  }

  private Guarded<CodeTurns> read() {
    return turns.find(whose).orElseGet(this::made);
  }

  private Guarded<CodeTurns> made() {
    return switch (turns.<Boolean>put(
        whose,
        read ->
            read.isPresent()
                ? Decision.keep(false)
                : Decision.write(Edit.of(CodeTurns.NONE, BY), true))) {
      case WriteOutcome.Written(var now, var _) -> now;
      case WriteOutcome.Kept(var now, var _) -> now;
      case WriteOutcome.NotMade(var _) -> throw new IllegalStateException("it is made when absent");
    };
  }
}
