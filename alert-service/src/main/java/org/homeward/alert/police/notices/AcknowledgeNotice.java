package org.homeward.alert.police.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Keeps what a desk says to a notice: it has seen it, is acting, or it is not theirs. */
public final class AcknowledgeNotice {

  private final GuardedDocuments<PoliceNotice> notices;
  private final Clock clock;

  AcknowledgeNotice(GuardedDocuments<PoliceNotice> notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  /** The fate of a desk's word. */
  public enum Taken {
    /** It stands there, or one that says more; the same again changes nothing. */
    STANDS,
    /** The search has ended. */
    OVER,
    /** The desk must not learn of it any more. */
    NOT_FOR_DESK
  }

  /**
   * Keeps the word of a desk that was shown the notice.
   *
   * @param told whether the notice, as it stands when the word is written, is for this desk
   */
  public WriteOutcome.OfRequest<PoliceNotice, Taken> acknowledge(
      String id,
      Predicate<Guarded<PoliceNotice>> told,
      KnownDesk desk,
      Acknowledgement.Word says,
      Command command) {
    return notices.change(
        id, List.of(Check.once(command)), read -> decide(read, told.test(read), desk, says));
  }

  private Decision<PoliceNotice, Taken> decide(
      Guarded<PoliceNotice> read, boolean told, KnownDesk desk, Acknowledgement.Word says) {
    if (!told) return Decision.keep(Taken.NOT_FOR_DESK); // upholds 6
    if (!(read.state() instanceof PoliceNotice.Active active)) {
      return Decision.keep(Taken.OVER);
    }
    Acknowledgement last = active.acknowledged().get(desk.desk());
    Instant now = clock.instant();
    var said = new Acknowledgement(says, desk.person(), now);
    if (last != null && last.covers(said)) {
      return Decision.keep(Taken.STANDS);
    }
    PoliceNotice.Active next = active.acknowledged(desk.desk(), said);
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    TellPolice.ringInTime(next, dues, now);
    return Decision.write(
        Edit.<PoliceNotice>of(next, desk.desk(), says.change()).withDues(dues).asEssential(),
        Taken.STANDS);
  }
}
