package org.homeward.frame.evidence;

import java.util.Map;
import java.util.Set;

/** The ids under which a service records looks; each service knows which case they belong to. */
public interface AuditedSubjects {

  /** The case's id, and the ids of everything that this service made of the case. */
  Set<String> ofCase(String caseId);

  /**
   * Of those ids that belong to a case: whether the person may know of that case. Ids that say
   * nothing of a case, such as those of persons, are left out.
   */
  Map<String, Boolean> mayKnow(String person, Set<String> ids);
}
