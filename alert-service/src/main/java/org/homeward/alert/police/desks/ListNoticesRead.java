package org.homeward.alert.police.desks;

import java.time.Clock;
import java.util.List;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;

/** Lists what a desk has read, for whoever has to deal with a leaked key. */
final class ListNoticesRead {

  private final NoticesRead read;
  private final AuditTrail trail;
  private final Clock clock;

  ListNoticesRead(NoticesRead read, AuditTrail trail, Clock clock) {
    this.read = read;
    this.trail = trail;
    this.clock = clock;
  }

  /** The list is a look too, at what the desk has read. */
  List<NoticeRead> by(String desk, String asker) {
    List<NoticeRead> all = read.by(desk);
    trail.append( // upholds 10
        new AuditEntry(
            List.of(desk),
            AuditEntry.Verb.DISCLOSED,
            "admin",
            asker,
            Purpose.OVERSIGHT,
            Basis.LEGAL_DUTY,
            clock.instant()));
    return all;
  }
}
