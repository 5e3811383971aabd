package org.homeward.intake.family;

import java.util.HashSet;
import java.util.Set;
import org.homeward.intake.aftercare.FindStanding;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.people.ChildState;

/** Finds what the rules look at, for one contact of a case. */
final class FamilyMatter {

  private final FindStanding findStanding;

  FamilyMatter(FindStanding findStanding) {
    this.findStanding = findStanding;
  }

  /** A child that anybody says was found is not missing for these rules. */
  FamilyRules.Matter of(LookAtCase.Seen seen, Contact contact) {
    Set<String> searched = new HashSet<>();
    Set<String> found = new HashSet<>();
    seen.children()
        .forEach(
            (child, state) ->
                (state.status().status() == ChildState.MISSING ? searched : found).add(child));
    return new FamilyRules.Matter(
        seen.isStopped(),
        seen.kind().orElse(CaseKind.OTHER),
        searched,
        found,
        findStanding.of(seen, contact.relation(), contact.report()));
  }
}
