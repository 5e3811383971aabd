package org.homeward.copies;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.evidence.AuditedSubjects;

/**
 * Looks that are recorded under the ids of cases, and of documents that each belong to a case. The
 * copy of the case says who may know of them.
 */
public final class AuditedByCase<S> implements AuditedSubjects {

  private static final int PAGE = 200;
  private static final String CASE_ID = "caseId";

  private final GuardedDocuments<CaseCopy> copies;
  private final GuardedDocuments<S> documents;
  private final Function<S, String> caseId;

  /**
   * @param documents are asked for by {@code caseId}, their field with the id of their case
   */
  public AuditedByCase(
      GuardedDocuments<CaseCopy> copies,
      GuardedDocuments<S> documents,
      Function<S, String> caseId) {
    this.copies = copies;
    this.documents = documents;
    this.caseId = caseId;
  }

  @Override
  public Set<String> ofCase(String id) {
    Set<String> ids = new HashSet<>(Set.of(id));
    List<Guarded<S>> page = documents.page(CASE_ID, id, "", PAGE);
    page.forEach(each -> ids.add(each.id()));
    while (page.size() == PAGE) {
      page = documents.page(CASE_ID, id, page.getLast().id(), PAGE);
      page.forEach(each -> ids.add(each.id()));
    }
    return ids;
  }

  @Override
  public Map<String, Boolean> mayKnow(String person, Set<String> ids) {
    Map<String, Boolean> may = new HashMap<>(mayKnowOfCases(person, ids));
    Map<String, String> cases =
        documents.find(ids).stream()
            .collect(Collectors.toMap(Guarded::id, each -> caseId.apply(each.state())));
    Map<String, Boolean> mayKnowOf = mayKnowOfCases(person, Set.copyOf(cases.values()));
    cases.forEach((id, of) -> may.put(id, mayKnowOf.getOrDefault(of, true)));
    return may;
  }

  private Map<String, Boolean> mayKnowOfCases(String person, Collection<String> ids) {
    Map<String, Boolean> may = new HashMap<>();
    for (Guarded<CaseCopy> copy : copies.find(ids)) {
      may.put(copy.id(), !copy.state().isKeptFrom(person)); // upholds 6
    }
    return may;
  }
}
