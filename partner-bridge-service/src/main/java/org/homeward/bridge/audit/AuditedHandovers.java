package org.homeward.bridge.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.bridge.handovers.Handover;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.evidence.AuditedSubjects;

/**
 * Looks and messages are recorded under the ids of handovers. A word of a partner never shuts out
 * the officer, who decides about it.
 */
final class AuditedHandovers implements AuditedSubjects {

  private static final int PAGE = 200;

  private final GuardedDocuments<Handover> handovers;
  private final GuardedDocuments<CaseCopy> copies;

  AuditedHandovers(GuardedDocuments<Handover> handovers, GuardedDocuments<CaseCopy> copies) {
    this.handovers = handovers;
    this.copies = copies;
  }

  @Override
  public Set<String> ofCase(String caseId) {
    Set<String> ids = new HashSet<>(Set.of(caseId));
    List<Guarded<Handover>> page = handovers.page("caseId", caseId, "", PAGE);
    page.forEach(handover -> ids.add(handover.id()));
    while (page.size() == PAGE) {
      page = handovers.page("caseId", caseId, page.getLast().id(), PAGE);
      page.forEach(handover -> ids.add(handover.id()));
    }
    return ids;
  }

  @Override
  public Map<String, Boolean> mayKnow(String person, Set<String> ids) {
    Map<String, Boolean> may = new HashMap<>(mayKnowOfCases(person, ids));
    List<Guarded<Handover>> of = handovers.find(ids);
    Set<String> cases = of.stream().map(each -> each.state().caseId()).collect(Collectors.toSet());
    Map<String, Boolean> mayKnowOf = mayKnowOfCases(person, cases);
    // A partner's word keeps nothing from the officer who decides about it.
    of.forEach(each -> may.put(each.id(), mayKnowOf.getOrDefault(each.state().caseId(), true)));
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
