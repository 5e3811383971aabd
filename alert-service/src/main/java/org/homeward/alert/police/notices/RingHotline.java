package org.homeward.alert.police.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.event.ChangeType;

/** Rings the hotline when no desk has a search of high risk in hand in time. */
final class RingHotline {

  private static final String ACTIVE = "ACTIVE";

  private final GuardedDocuments<PoliceNotice> notices;
  private final Clock clock;

  RingHotline(GuardedDocuments<PoliceNotice> notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  /** Does nothing when it is not time. */
  void ringIfDue(String id) {
    WriteOutcome<PoliceNotice, Boolean> _ = notices.change(id, this::decide);
  }

  private Decision<PoliceNotice, Boolean> decide(Guarded<PoliceNotice> read) {
    Instant now = clock.instant();
    if (!read.dueAt(now).contains(TellPolice.ANSWER_DUE)
        || !(read.state() instanceof PoliceNotice.Active active)) {
      return Decision.keep(false);
    }
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.remove(TellPolice.ANSWER_DUE);
    return Decision.write(
        Edit.<PoliceNotice>of(
                active.unanswered(now), TellPolice.BY, ChangeType.POLICE_NOTICE_UNANSWERED.text())
            .withDues(dues)
            .asEssential(),
        true);
  }

  /** Notices that an earlier version wrote without an alarm get one; safe to repeat. */
  void armEarlier() {
    active().filter(RingHotline::isSilent).forEach(this::arm);
  }

  private void arm(Guarded<PoliceNotice> notice) {
    WriteOutcome<PoliceNotice, Boolean> _ =
        notices.changeFrom(notice, read -> armed(read, clock.instant()));
  }

  static Decision<PoliceNotice, Boolean> armed(Guarded<PoliceNotice> read, Instant now) {
    return isSilent(read) && read.state() instanceof PoliceNotice.Active active
        ? Decision.write(TellPolice.goingOn(active, read.dues(), now), true)
        : Decision.keep(false);
  }

  /** It waits for a desk, does not ring and never would. */
  private static boolean isSilent(Guarded<PoliceNotice> read) {
    return read.state() instanceof PoliceNotice.Active active
        && active.waitsForDesk()
        && active.unansweredSince() == null
        && !read.dues().containsKey(TellPolice.ANSWER_DUE);
  }

  /** How many real searches ring now. */
  long countRinging() {
    return active().map(Guarded::state).filter(RingHotline::rings).count();
  }

  private Stream<Guarded<PoliceNotice>> active() {
    return notices.each(AddressAgain.STATUS, ACTIVE);
  }

  private static boolean rings(PoliceNotice notice) {
    return notice instanceof PoliceNotice.Active active
        && !active.exercise()
        && active.unansweredSince() != null;
  }
}
