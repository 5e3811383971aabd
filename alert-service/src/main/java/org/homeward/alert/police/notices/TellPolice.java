package org.homeward.alert.police.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.copies.AfterCopy;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.KeptCopy;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.event.ChangeType;

/** Updates the notice of a case after each new version of the case. */
public final class TellPolice implements AfterCopy {

  static final String BY = "alert";
  static final String TOMBSTONE_DUE = "tombstone";
  static final String ANSWER_DUE = "answer";

  /** How long a search of high risk may be in no desk's hands before it rings. */
  static final Duration ANSWER_WITHIN = Duration.ofMinutes(15);

  private final GuardedDocuments<PoliceNotice> notices;
  private final DerivedIds ids;
  private final NoticeDecisions decisions;
  private final Duration endedKept;
  private final Clock clock;

  /**
   * @param endedKept how long an ended notice says so before it becomes a tombstone
   * @param node slug of this node
   */
  TellPolice(
      GuardedDocuments<PoliceNotice> notices,
      DerivedIds ids,
      AddressNotice readers,
      Duration endedKept,
      String node,
      Clock clock) {
    this.notices = notices;
    this.ids = ids;
    this.decisions =
        new NoticeDecisions(
            new PoliceReading(clock), readers, photo -> ids.of("notice-photo", photo, 0), node);
    this.endedKept = endedKept;
    this.clock = clock;
  }

  /** The id of a case's notice; the case's own id never leaves the node. */
  public String noticeOf(String caseId) {
    return ids.of("police-notice", caseId, 0);
  }

  /** Safe to repeat; a version that is applied, or an older one, changes nothing. */
  @Override
  public void follows(KeptCopy kept) {
    Decision<PoliceNotice, NoticeDecision> first = decide(Optional.empty(), kept.copy());
    // A new case without a released report has no notice: spare the read.
    boolean none = kept.first() && first instanceof Decision.Keep;
    if (!none) {
      var source = new SourceVersion("case/" + kept.caseId(), kept.version());
      WriteOutcome.OfReacting<PoliceNotice, NoticeDecision> _ =
          notices.reactFirst(noticeOf(kept.caseId()), source, read -> decide(read, kept.copy()));
    }
  }

  /** The id of the case that a notice was made from. */
  static String caseOf(Guarded<PoliceNotice> notice) {
    SourceVersion source = notice.from();
    if (source == null) {
      throw new IllegalStateException("a notice is made from a case");
    }
    return source.subject().substring("case/".length());
  }

  /** When an ended notice becomes a tombstone. */
  public static Optional<Instant> tombstoneAt(Guarded<PoliceNotice> notice) {
    return Optional.ofNullable(notice.dues().get(TOMBSTONE_DUE));
  }

  private Decision<PoliceNotice, NoticeDecision> decide(
      Optional<Guarded<PoliceNotice>> read, CaseCopy copy) {
    Instant now = clock.instant();
    NoticeDecision decided = decisions.decide(copy, read.map(Guarded::state), now);
    Map<String, Instant> dues = new TreeMap<>(read.map(Guarded::dues).orElse(Map.of()));
    if (copy instanceof CaseCopy.Erased) {
      dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
    }
    return switch (decided) {
      case NoticeDecision.NoNotice _ -> Decision.keep(decided);
      case NoticeDecision.Same(PoliceNotice same) ->
          Decision.write(Edit.of(same, BY).withDues(dues).asEssential(), decided);
      case NoticeDecision.Becomes becomes -> Decision.write(edit(becomes, dues, now), decided);
    };
  }

  /**
   * The write that a decision asks for, with the alarms of the new state. Like every write of a
   * notice it is never refused for size: the case is bounded where it is opened, and a refusal here
   * would be retried for ever.
   */
  private Edit<PoliceNotice> edit(
      NoticeDecision.Becomes becomes, Map<String, Instant> earlier, Instant now) {
    ChangeType change = becomes.change();
    return switch (becomes.notice()) {
      case PoliceNotice.Active active -> goingOn(active, earlier, now, change);
      case PoliceNotice.Ended ended -> {
        Map<String, Instant> dues = new TreeMap<>(earlier);
        dues.remove(ANSWER_DUE);
        dues.putIfAbsent(TOMBSTONE_DUE, now.plus(endedKept)); // upholds 8
        yield edit(ended, dues, change);
      }
      case PoliceNotice.Erased erased -> erased(erased, change, earlier, now);
    };
  }

  /** A write of a tombstone, whose history is erased next. */
  static Edit<PoliceNotice> erased(
      PoliceNotice.Erased erased, ChangeType change, Map<String, Instant> earlier, Instant now) {
    Map<String, Instant> dues = new TreeMap<>(earlier);
    dues.remove(TOMBSTONE_DUE);
    dues.remove(ANSWER_DUE);
    dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
    return edit(erased, dues, change);
  }

  /**
   * A write of a search that goes on, with its alarms.
   *
   * @param changes empty for what is nobody's news
   */
  static Edit<PoliceNotice> goingOn(
      PoliceNotice.Active active,
      Map<String, Instant> earlier,
      Instant now,
      ChangeType... changes) {
    Map<String, Instant> dues = new TreeMap<>(earlier);
    ringInTime(active, dues, now);
    return edit(active, dues, changes);
  }

  private static Edit<PoliceNotice> edit(
      PoliceNotice next, Map<String, Instant> dues, ChangeType... changes) {
    String[] news = Arrays.stream(changes).map(ChangeType::text).toArray(String[]::new);
    return Edit.of(next, BY, news).withDues(dues).asEssential();
  }

  /** The alarm goes on from when the search first waited for a desk. */
  static void ringInTime(PoliceNotice.Active active, Map<String, Instant> dues, Instant now) {
    if (active.waitsForDesk() && active.unansweredSince() == null) {
      dues.putIfAbsent(ANSWER_DUE, now.plus(ANSWER_WITHIN)); // upholds 11
    } else {
      dues.remove(ANSWER_DUE);
    }
  }
}
