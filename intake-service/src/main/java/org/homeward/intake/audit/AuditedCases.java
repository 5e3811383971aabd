package org.homeward.intake.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.evidence.AuditedSubjects;
import org.homeward.intake.cases.KeptCase;

/** Each look at a case, its reports or its sightings names the case itself. */
final class AuditedCases implements AuditedSubjects {

  private final GuardedDocuments<KeptCase> cases;

  AuditedCases(GuardedDocuments<KeptCase> cases) {
    this.cases = cases;
  }

  @Override
  public Set<String> ofCase(String caseId) {
    return Set.of(caseId);
  }

  @Override
  public Map<String, Boolean> mayKnow(String person, Set<String> ids) {
    Map<String, Boolean> may = new HashMap<>();
    cases
        .excerpts()
        .of(ids, KeptCase.NOT_TO_LIST)
        .forEach(
            (id, kept) ->
                may.put(id, !kept.texts(KeptCase.NOT_TO_LIST).contains(KeptCase.named(person))));
    return may;
  }
}
