package org.homeward.intake.family;

import java.util.HashSet;
import java.util.Set;
import org.homeward.intake.aftercare.FindStanding;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.episodes.FoundElsewhere;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.people.ChildState;

/** Finds what the rules look at, for one contact of a case. */
final class FamilyMatter {

  private final FindStanding findStanding;
  private final FoundElsewhere foundElsewhere;

  FamilyMatter(FindStanding findStanding, FoundElsewhere foundElsewhere) {
    this.findStanding = findStanding;
    this.foundElsewhere = foundElsewhere;
  }

  /**
   * A child that anybody says was found is not missing for these rules, whichever of its episodes
   * hears of it.
   */
  FamilyRules.Matter of(LookAtCase.Seen seen, Contact contact) {
    Set<String> searched = new HashSet<>();
    Set<String> found = new HashSet<>();
    seen.children()
        .forEach(
            (child, state) ->
                (state.status().status() == ChildState.MISSING ? searched : found).add(child));
    for (String child : foundElsewhere.of(seen)) {
      searched.remove(child);
      found.add(child); // upholds 6
    }
    return new FamilyRules.Matter(
        seen.isStopped(),
        seen.kind().orElse(CaseKind.OTHER),
        searched,
        found,
        findStanding.of(seen, contact.relation(), contact.report()));
  }
}
