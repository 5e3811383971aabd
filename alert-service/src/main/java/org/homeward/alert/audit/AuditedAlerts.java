package org.homeward.alert.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.copies.AuditedByCase;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Excerpts;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.evidence.AuditedSubjects;

/** Looks are recorded under the ids of cases, of their notices and of their alerts. */
final class AuditedAlerts implements AuditedSubjects {

  private static final String NOT_TO = "notTo";

  private final AuditedByCase<Alert> alerts;
  private final Excerpts notices;
  private final TellPolice tellPolice;

  AuditedAlerts(
      AuditedByCase<Alert> alerts, GuardedDocuments<PoliceNotice> notices, TellPolice tellPolice) {
    this.alerts = alerts;
    this.notices = notices.excerpts();
    this.tellPolice = tellPolice;
  }

  @Override
  public Set<String> ofCase(String caseId) {
    Set<String> ids = new HashSet<>(alerts.ofCase(caseId));
    ids.add(tellPolice.noticeOf(caseId));
    return ids;
  }

  @Override
  public Map<String, Boolean> mayKnow(String person, Set<String> ids) {
    Map<String, Boolean> may = new HashMap<>(alerts.mayKnow(person, ids));
    notices
        .of(ids, NOT_TO)
        .forEach(
            (id, notice) -> {
              may.put(id, true);
              boolean kept = CaseCopy.isKeptFrom(person, notice.texts(NOT_TO));
              if (kept) may.put(id, false); // upholds 6
            });
    return may;
  }
}
