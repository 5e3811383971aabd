package org.homeward.intake.proposals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Says;

/** Proposes from whom a case should be kept; a person decides. */
public final class ExclusionProposals {

  private ExclusionProposals() {}

  /**
   * The countries of nationality of a missing migrant child, which may flee from its own state.
   *
   * @param all what the reports of the case say, in their order
   * @param notTo from whom the case is kept already
   */
  public static Set<String> propose(List<Says> all, Set<String> notTo) {
    Says known = CaseFacts.fold(all);
    Set<String> countries = new TreeSet<>();
    if (known.category() != null && known.category().is(Category.MISSING_MIGRANT)) {
      known
          .children()
          .values()
          .forEach(
              child -> child.nationalities().forEach(each -> countries.add("country:" + each)));
    }
    countries.removeAll(notTo);
    return countries;
  }
}
