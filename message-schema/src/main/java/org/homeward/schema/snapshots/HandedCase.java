package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.NothingSaid;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.values.Copies;

/**
 * A case as a holder gets it: the owner's disclosure, already filtered for it.
 *
 * @param children state by child id; the ids are the handover's, not the owner's
 * @param caseVersion the owner's version it was made from; a lower one is older
 * @param notTo whom the holder must not tell either
 * @param photos those that the holder may fetch
 */
public record HandedCase(
    Scope scope,
    Map<String, ChildStatus> children,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NothingSaid.class) Says facts,
    long caseVersion,
    boolean ended,
    Set<String> notTo,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HandedPhoto> photos) {

  public HandedCase {
    requireNonNull(scope, "scope");
    children = Copies.map(children);
    facts = facts == null ? Says.EMPTY : facts;
    notTo = Copies.set(notTo);
    photos = Copies.list(photos);
  }

  /** One without photos. */
  public HandedCase(
      Scope scope,
      Map<String, ChildStatus> children,
      Says facts,
      long caseVersion,
      boolean ended,
      Set<String> notTo) {
    this(scope, children, facts, caseVersion, ended, notTo, List.of());
  }

  /** The same with these photos. */
  public HandedCase with(List<HandedPhoto> now) {
    return new HandedCase(scope, children, facts, caseVersion, ended, notTo, now);
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
