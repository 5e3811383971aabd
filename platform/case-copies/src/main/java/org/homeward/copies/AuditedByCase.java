package org.homeward.copies;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.Excerpts;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.evidence.AuditedSubjects;

/**
 * Looks that are recorded under the ids of cases, and of documents that each belong to a case. The
 * copy of the case says who may know of them.
 */
public final class AuditedByCase<S> implements AuditedSubjects {

  private static final String CASE_ID = "caseId";

  private final CopiedNotTo copies;
  private final Excerpts documents;

  /**
   * @param documents have the id of their case in their field {@code caseId}
   */
  public AuditedByCase(GuardedDocuments<CaseCopy> copies, GuardedDocuments<S> documents) {
    this.copies = new CopiedNotTo(copies);
    this.documents = documents.excerpts();
  }

  @Override
  public Set<String> ofCase(String id) {
    Set<String> ids = new HashSet<>(documents.ids(CASE_ID, id));
    ids.add(id);
    return ids;
  }

  @Override
  public Map<String, Boolean> mayKnow(String person, Set<String> ids) {
    Map<String, Boolean> may = new HashMap<>(mayKnowOfCases(person, ids));
    Map<String, String> cases = new HashMap<>();
    documents
        .of(ids, CASE_ID)
        .forEach((id, document) -> cases.put(id, document.text(CASE_ID).orElseThrow()));
    Map<String, Boolean> mayKnowOf = mayKnowOfCases(person, Set.copyOf(cases.values()));
    cases.forEach((id, of) -> may.put(id, mayKnowOf.getOrDefault(of, true)));
    return may;
  }

  private Map<String, Boolean> mayKnowOfCases(String person, Collection<String> ids) {
    Map<String, Boolean> may = new HashMap<>();
    copies
        .of(ids)
        .forEach(
            (id, notTo) -> {
              may.put(id, true);
              boolean kept = CaseCopy.isKeptFrom(person, notTo);
              if (kept) may.put(id, false); // upholds 6
            });
    return may;
  }
}
