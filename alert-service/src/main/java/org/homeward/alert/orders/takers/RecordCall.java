package org.homeward.alert.orders.takers;

import java.time.Clock;
import java.util.List;
import org.homeward.alert.orders.takers.SeeTakers.SeenTaker;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Records how a call to a taker ended; the last one counts. */
final class RecordCall {

  private final GuardedDocuments<PosterTaker> takers;
  private final Clock clock;

  RecordCall(GuardedDocuments<PosterTaker> takers, Clock clock) {
    this.takers = takers;
    this.clock = clock;
  }

  /** How it ended. */
  sealed interface Recorded {

    record Done(Guarded<PosterTaker> taker) implements Recorded {}

    /** Nobody knows the taker any more. */
    record Gone() implements Recorded {}

    record KeyReused() implements Recorded {}
  }

  Recorded record(SeenTaker seen, PosterTaker.Outcome outcome, Command command, String by) {
    var call = new PosterTaker.Call(clock.instant(), by, outcome);
    return switch (takers.change(
        seen.id(), List.of(Check.once(command)), read -> decide(read, call, by))) {
      case WriteOutcome.Written(var now, var _) -> new Recorded.Done(now);
      case WriteOutcome.Repeated(var now, var _) -> new Recorded.Done(now);
      case WriteOutcome.Kept(var _, var _) -> new Recorded.Gone();
      case WriteOutcome.Absent() -> new Recorded.Gone();
      case WriteOutcome.Stale(var _) -> new Recorded.Gone();
      case WriteOutcome.KeyReused() -> new Recorded.KeyReused();
    };
  }

  private static Decision<PosterTaker, Boolean> decide(
      Guarded<PosterTaker> read, PosterTaker.Call call, String by) {
    return switch (read.state()) {
      case PosterTaker.Known known ->
          Decision.write(Edit.<PosterTaker>of(known.called(call), by).withDues(read.dues()), true);
      case PosterTaker.Forgotten _ -> Decision.keep(false);
    };
  }
}
