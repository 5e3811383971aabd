package org.homeward.intake.family;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeward.intake.aftercare.FindStanding.Standing;
import org.homeward.intake.family.words.Sentence.Tells;
import org.homeward.schema.facts.CaseKind;

/**
 * The rules by which somebody of a family may hear anything at all, and which sentences fit. Once a
 * child may have been found nobody hears even that the hotline has nothing to say, unless a
 * supervisor lets this person know where the child is.
 */
final class FamilyRules {

  private FamilyRules() {}

  /** The rules, in the order in which they are shown. */
  enum Rule {
    /** A freeze and a brake hold it back. */
    NOT_STOPPED(matter -> !matter.stopped()),
    NOT_FEARED(matter -> !matter.standing().feared()),
    NOT_HIDDEN(matter -> !matter.standing().hidden()),
    /** Of a child that was found, and whom nobody knows yet, no claimant hears. */
    CHILD_KNOWN(matter -> matter.kind() == CaseKind.MISSING || matter.kind() == CaseKind.AT_RISK),
    /** Of each child that is not missing any more, this person may know where it is. */
    MAY_KNOW(matter -> matter.standing().mayKnow().containsAll(matter.found()));

    private final Predicate<Matter> met;

    Rule(Predicate<Matter> met) {
      this.met = met;
    }
  }

  /**
   * All that the rules look at.
   *
   * @param stopped whether a freeze or a brake holds the case
   * @param searched children who are missing
   * @param found children who are not missing any more, by anybody's word
   */
  record Matter(
      boolean stopped, CaseKind kind, Set<String> searched, Set<String> found, Standing standing) {

    Matter {
      searched = Set.copyOf(searched);
      found = Set.copyOf(found);
    }

    @Override
    public String toString() {
      return "Matter[redacted]";
    }
  }

  /** Those that are not met; empty when the person may hear something. */
  static List<Rule> unmet(Matter matter) {
    return Stream.of(Rule.values()).filter(rule -> !rule.met.test(matter)).toList();
  }

  /** Whether it is true now. */
  static boolean fits(Tells tells, Matter matter) {
    boolean isSearch = matter.kind() == CaseKind.MISSING;
    return switch (tells) {
      case OUR_WORK -> true;
      case SEARCH -> isSearch && !matter.searched().isEmpty();
      case END -> isSearch && matter.searched().isEmpty() && !matter.found().isEmpty();
    };
  }
}
