package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;

/**
 * A case as a holder gets it: the owner's disclosure, already filtered for it.
 *
 * @param children state by child id; the ids are the handover's, not the owner's
 * @param caseVersion the owner's version it was made from; a lower one is older
 * @param notTo whom the holder must not tell either
 */
public record HandedCase(
    Scope scope,
    Map<String, ChildStatus> children,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NothingSaid.class) Says facts,
    long caseVersion,
    boolean ended,
    Set<String> notTo) {

  public HandedCase {
    requireNonNull(scope, "scope");
    children = Copies.map(children);
    facts = facts == null ? Says.EMPTY : facts;
    notTo = Copies.set(notTo);
  }

  /** Ids and states only. */
  public HandedCase withoutFacts() {
    return new HandedCase(scope, children, Says.EMPTY, caseVersion, ended, notTo);
  }

  @Override
  public String toString() {
    return "HandedCase[redacted]";
  }
}
