package org.homeward.alert.sight;

import java.time.Clock;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.face.access.Role;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;

/** What people see, for tests without a whole service. */
public final class Sights {

  private Sights() {}

  public static SeeCase of(GuardedDocuments<CaseCopy> copies, AuditTrail trail, Clock clock) {
    return new SeeCase(copies, _ -> false, trail, trail, clock);
  }

  public static CaseViewer supervisor() {
    return new CaseViewer("person-jelena", Role.SUPERVISOR, Purpose.OVERSIGHT);
  }
}
