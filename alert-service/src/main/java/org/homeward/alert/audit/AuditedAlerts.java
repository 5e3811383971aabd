package org.homeward.alert.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.evidence.AuditedSubjects;

/** Looks are recorded under the ids of cases, of their notices and of their alerts. */
final class AuditedAlerts implements AuditedSubjects {

  private static final int PAGE = 200;

  private final GuardedDocuments<CaseCopy> copies;
  private final GuardedDocuments<PoliceNotice> notices;
  private final GuardedDocuments<Alert> alerts;
  private final TellPolice tellPolice;

  AuditedAlerts(
      GuardedDocuments<CaseCopy> copies,
      GuardedDocuments<PoliceNotice> notices,
      GuardedDocuments<Alert> alerts,
      TellPolice tellPolice) {
    this.copies = copies;
    this.notices = notices;
    this.alerts = alerts;
    this.tellPolice = tellPolice;
  }

  @Override
  public Set<String> ofCase(String caseId) {
    Set<String> ids = new HashSet<>(Set.of(caseId, tellPolice.noticeOf(caseId)));
    List<Guarded<Alert>> page = alerts.page("caseId", caseId, "", PAGE);
    page.forEach(alert -> ids.add(alert.id()));
    while (page.size() == PAGE) {
      page = alerts.page("caseId", caseId, page.getLast().id(), PAGE);
      page.forEach(alert -> ids.add(alert.id()));
    }
    return ids;
  }

  @Override
  public Map<String, Boolean> mayKnow(String person, Set<String> ids) {
    Map<String, Boolean> may = new HashMap<>(mayKnowOfCases(person, ids));
    for (Guarded<PoliceNotice> notice : notices.find(ids)) {
      may.put(notice.id(), isTold(notice.state().notTo(), person));
    }
    List<Guarded<Alert>> of = alerts.find(ids);
    Set<String> cases = of.stream().map(each -> each.state().caseId()).collect(Collectors.toSet());
    Map<String, Boolean> mayKnowOf = mayKnowOfCases(person, cases);
    of.forEach(alert -> may.put(alert.id(), mayKnowOf.getOrDefault(alert.state().caseId(), true)));
    return may;
  }

  private Map<String, Boolean> mayKnowOfCases(String person, Collection<String> ids) {
    Map<String, Boolean> may = new HashMap<>();
    for (Guarded<CaseCopy> copy : copies.find(ids)) {
      may.put(copy.id(), isTold(copy.state().notTo(), person));
    }
    return may;
  }

  private static boolean isTold(Set<String> notTo, String person) {
    return !notTo.contains("person:" + person); // upholds 6
  }
}
