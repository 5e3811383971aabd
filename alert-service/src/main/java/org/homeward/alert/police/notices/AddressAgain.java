package org.homeward.alert.police.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.homeward.alert.police.desks.DeskFollower;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.disclosure.DeskAddress;
import org.homeward.schema.event.ChangeType;

/**
 * When a desk is gone, shows its notices to all desks and drops its answer. Each notice gets a new
 * place in the feed, so that desks already past it see it.
 */
final class AddressAgain implements DeskFollower {

  static final String STATUS = "status";
  private static final String ACTIVE = "ACTIVE";

  private final GuardedDocuments<PoliceNotice> notices;
  private final AddressNotice readers;
  private final Clock clock;

  AddressAgain(GuardedDocuments<PoliceNotice> notices, AddressNotice readers, Clock clock) {
    this.notices = notices;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public void deskIsGone(String desk) {
    inDoubt().stream().filter(notice -> !isForAll(notice)).forEach(this::showAll);
    active().stream()
        .filter(notice -> hasWordOf(notice, desk))
        .forEach(notice -> dropWord(notice, desk));
  }

  private void dropWord(Guarded<PoliceNotice> notice, String desk) {
    WriteOutcome<PoliceNotice, Boolean> _ =
        notices.changeFrom(notice, read -> withoutWord(read, desk, clock.instant()));
  }

  /** A desk that reads no more has nothing in hand: the search waits for another. */
  static Decision<PoliceNotice, Boolean> withoutWord(
      Guarded<PoliceNotice> read, String desk, Instant now) {
    if (!hasWordOf(read, desk) || !(read.state() instanceof PoliceNotice.Active active)) {
      return Decision.keep(false);
    }
    PoliceNotice.Active next = active;
    next = active.withoutWordOf(desk); // upholds 11
    return Decision.write(TellPolice.goingOn(next, read.dues(), now), true);
  }

  private static boolean hasWordOf(Guarded<PoliceNotice> notice, String desk) {
    return notice.state() instanceof PoliceNotice.Active active
        && active.acknowledged().containsKey(desk);
  }

  private void showAll(Guarded<PoliceNotice> notice) {
    notices.changeFrom(notice, this::decide); // upholds 6
  }

  /** How many searches are in doubt. */
  long countInDoubt() {
    return inDoubt().size();
  }

  private List<Guarded<PoliceNotice>> inDoubt() {
    return readers.inDoubt(active(), clock.instant());
  }

  private List<Guarded<PoliceNotice>> active() {
    return notices.each(STATUS, ACTIVE).toList();
  }

  private static boolean isForAll(Guarded<PoliceNotice> notice) {
    DeskAddress address = notice.state().address();
    return address == null || address.everyone();
  }

  private Decision<PoliceNotice, Boolean> decide(Guarded<PoliceNotice> read) {
    Instant now = clock.instant();
    if (isForAll(read)
        || !(read.state() instanceof PoliceNotice.Active active)
        || active.address() == null
        || readers.inDoubt(List.of(read), now).isEmpty()) {
      return Decision.keep(false);
    }
    PoliceNotice.Active forAll = active.addressedTo(active.address().toEveryone());
    return Decision.write(
        TellPolice.goingOn(forAll, read.dues(), now, ChangeType.POLICE_NOTICE_CHANGED), true);
  }
}
