package org.homeward.bridge.sight;

import java.util.Set;

/**
 * A thing of a case that a person asks for, as far as it decides who may see it.
 *
 * @param caseId of the case within this node
 * @param ofThisNode the case is this node's own, so that there must be a copy of it
 * @param partnersNotTo what the partner that owns the case says; of an own case nothing
 */
public record KeptSubject(String caseId, boolean ofThisNode, Set<String> partnersNotTo) {

  public KeptSubject {
    partnersNotTo = Set.copyOf(partnersNotTo);
  }

  /** The case itself, which stands in the copies whoever owns it. */
  public static KeptSubject ofCase(String caseId) {
    return new KeptSubject(caseId, true, Set.of());
  }
}
