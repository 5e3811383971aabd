package org.homeward.frame.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.log.ChainVerdict;
import org.homeward.durable.log.ChainVerdict.Broken;
import org.homeward.durable.log.ChainVerdict.Fault;
import org.homeward.durable.log.Cursor;
import org.homeward.durable.log.KeyMissing;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.log.Witness;
import org.homeward.schema.bridge.Checkpoint;

/**
 * Takes keys into use, and at each start and once a day checks what was added to the audit trail
 * and has a checkpoint of it kept outside the node. A chain that does not hold gets no checkpoint.
 */
final class WatchAudit {

  /** A whole chain is long; and what somebody has changed does not mend itself. */
  private static final Duration UNSOUND_AGAIN = Duration.ofHours(1);

  private final Log audit;
  private final Checkpoints checkpoints;
  private final Clock clock;
  private volatile Soundness soundness = new Soundness.NotLooked();
  private Optional<Verified> verified = Optional.empty();
  private Instant again = Instant.MIN;

  /**
   * How far the chain held.
   *
   * @param last the checkpoint that it held against
   * @param checkedFrom the number from which on every entry was checked
   */
  private record Verified(Optional<Witness> last, Witness newest, long checkedFrom) {}

  WatchAudit(Log audit, Checkpoints checkpoints, Clock clock) {
    this.audit = audit;
    this.checkpoints = checkpoints;
    this.clock = clock;
  }

  void turn() {
    try {
      audit.settle();
      List<String> forged = audit.forged();
      soundness =
          !forged.isEmpty()
              ? new Soundness.Forged(forged) // upholds 10
              : checkpoints.isPlaced() ? checkpointed() : new Soundness.NoPlace();
    } catch (KeyMissing e) {
      soundness = new Soundness.NoKey(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      soundness = new Soundness.NotChecked(e.getClass().getSimpleName()); // upholds 10
      throw e;
    }
  }

  private Soundness checkpointed() {
    Instant now = clock.instant();
    boolean due = checkpoints.isDue(now);
    if ((soundness instanceof Soundness.Sound && !due)
        || (soundness instanceof Soundness.Unsound && now.isBefore(again))) {
      return soundness;
    }
    try {
      if (due) {
        checkpoints.reach();
      }
      // The newest entry is taken first: what is checked afterwards reaches at least as far.
      Cursor head = audit.head();
      List<LogEntry> there = audit.range(head.n(), head.n());
      Optional<Checkpoint> kept = checkpoints.last();
      Optional<Witness> last = kept.map(Checkpoints::witness);
      ChainVerdict verdict =
          there.isEmpty()
              ? new Broken(head.n(), head.n(), Fault.CUT_OFF) // upholds 10
              : checkSince(last);
      if (verdict instanceof Broken broken) {
        again = now.plus(UNSOUND_AGAIN);
        return new Soundness.Unsound(broken); // upholds 10
      }
      var newest = new Witness(head.epoch(), head.n(), there.getFirst().hash());
      long checkedFrom = checkedFrom(verdict, kept);
      verified = Optional.of(new Verified(last, newest, checkedFrom));
      if (due) {
        checkpoints.make(newest, checkedFrom, now);
      }
      return new Soundness.Sound(checkedFrom);
    } catch (IOException e) {
      return new Soundness.NotKept(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /** A key that is lost stays lost for what was checked before, too. */
  private long checkedFrom(ChainVerdict verdict, Optional<Checkpoint> kept) {
    long now = verdict instanceof ChainVerdict.Whole whole ? whole.checkedFrom() : 0;
    long outside = kept.map(Checkpoint::checkedFrom).orElse(0L);
    return Math.max(now, Math.max(outside, verified.map(Verified::checkedFrom).orElse(0L)));
  }

  /** From where it held last; from the last checkpoint when that is another since then. */
  private ChainVerdict checkSince(Optional<Witness> last) {
    return verified
        .filter(then -> then.last().equals(last))
        .map(Verified::newest)
        .or(() -> last)
        .map(audit::checkSince)
        .orElseGet(() -> audit.check(List.of()));
  }

  Soundness soundness() {
    return soundness;
  }

  boolean isSound() {
    return soundness instanceof Soundness.Sound || soundness instanceof Soundness.NotLooked;
  }

  /** How old the last checkpoint is; empty when there never was one. */
  Optional<Duration> age() {
    return checkpoints.last().map(Checkpoint::at).map(at -> Duration.between(at, clock.instant()));
  }
}
