package org.homeward.copies;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.Excerpts;
import org.homeward.durable.document.GuardedDocuments;

/**
 * From whom cases are kept, by their copies; nothing else of a copy is read. How large a copy is
 * shows in no answer.
 */
public final class CopiedNotTo {

  private final Excerpts copies;

  public CopiedNotTo(GuardedDocuments<CaseCopy> copies) {
    this.copies = copies.excerpts();
  }

  /** Of a case, erased or not; empty when there is no copy of it. */
  public Optional<Set<String>> of(String caseId) {
    return copies
        .of(caseId, CaseCopy.NOT_TO_LIST, CaseCopy.NOT_TO_OF_ERASED)
        .map(CopiedNotTo::notTo);
  }

  /** The same of all of which there is a copy, by id. */
  Map<String, Set<String>> of(Collection<String> caseIds) {
    Map<String, Set<String>> all = new TreeMap<>();
    copies
        .of(caseIds, CaseCopy.NOT_TO_LIST, CaseCopy.NOT_TO_OF_ERASED)
        .forEach((id, copy) -> all.put(id, notTo(copy)));
    return all;
  }

  private static Set<String> notTo(Excerpt copy) {
    Set<String> known = copy.texts(CaseCopy.NOT_TO_LIST);
    return known.isEmpty() ? copy.texts(CaseCopy.NOT_TO_OF_ERASED) : known;
  }
}
