package org.homeward.bridge.sight;

import java.util.Set;

/**
 * A thing of a case that a person asks for, as far as it decides who may see it.
 *
 * @param caseId of the case within this node
 * @param ofThisNode the case is this node's own, so that there must be a copy of it
 * @param partnersNotTo what the partner that owns the case says; of an own case nothing
 */
public record CaseSubject(String caseId, boolean ofThisNode, Set<String> partnersNotTo) {

  public CaseSubject {
    partnersNotTo = Set.copyOf(partnersNotTo);
  }

  /** The case itself, which stands in the copies whoever owns it. */
  public static CaseSubject ofCase(String caseId) {
    return new CaseSubject(caseId, true, Set.of());
  }
}
