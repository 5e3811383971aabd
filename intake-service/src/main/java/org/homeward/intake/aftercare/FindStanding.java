package org.homeward.intake.aftercare;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.people.ReporterRelation;
import org.jspecify.annotations.Nullable;

/**
 * Finds how somebody who claims a child stands to a case: whether anybody fears people like this
 * claimant, whether a child is hidden, and of which children this claimant may know where they are.
 * It is for rules that keep people away from the child, and never for a reader.
 */
public final class FindStanding {

  private static final Set<ReporterRelation> CLAIMANTS =
      Collections.unmodifiableSet(EnumSet.copyOf(Whereabouts.CLAIMANTS));

  private final ChangeAftercare changeAftercare;
  private final FindGrounds findGrounds;
  private final FindFears findFears;

  FindStanding(ChangeAftercare changeAftercare, FindGrounds findGrounds, FindFears findFears) {
    this.changeAftercare = changeAftercare;
    this.findGrounds = findGrounds;
    this.findFears = findFears;
  }

  /**
   * How a claimant stands to a case.
   *
   * @param hidden whether something is sealed, or a word says to keep a child of the case hidden
   * @param mayKnow children of whom a decision that stands lets this claimant know where they are
   */
  public record Standing(boolean feared, boolean hidden, Set<String> mayKnow) {

    public Standing {
      mayKnow = Set.copyOf(mayKnow);
    }

    @Override
    public String toString() {
      return "Standing[redacted]";
    }
  }

  /** The relations of those who claim a child. */
  public static Set<ReporterRelation> claimants() {
    return CLAIMANTS;
  }

  /**
   * @param relation as somebody of the team wrote it down
   * @param report of the case whose caller the claimant is; null for one who has never called, of
   *     whom nobody knows who it is: such a one is feared like each claimant
   */
  public Standing of(LookAtCase.Seen seen, ReporterRelation relation, @Nullable String report) {
    CaseGrounds grounds = findGrounds.of(seen);
    Aftercare aftercare = changeAftercare.of(seen);
    Set<ReporterRelation> relations =
        report == null ? EnumSet.copyOf(CLAIMANTS) : EnumSet.of(relation); // upholds 6
    relations.add(relation);
    if (report != null) {
      grounds.claimant(report).ifPresent(relations::add);
    }
    Set<Feared> whom = whom(seen);
    Set<PoliceWarning> warnings = grounds.warnings();
    boolean isFeared =
        relations.stream().anyMatch(each -> Whereabouts.isFeared(each, whom, warnings));
    Set<String> mayKnow =
        seen.children().keySet().stream()
            .filter(child -> report != null && grounds.told(aftercare, child, report).isPresent())
            .collect(Collectors.toSet());
    return new Standing(isFeared, grounds.isSealed() || aftercare.keepsHidden(), mayKnow);
  }

  /** Whom any child of the case fears, in any of its episodes. */
  private Set<Feared> whom(LookAtCase.Seen seen) {
    Set<Feared> whom = new HashSet<>();
    seen.children().keySet().forEach(child -> whom.addAll(findFears.of(seen.id(), child)));
    whom.remove(Feared.NOBODY); // upholds 6
    return whom;
  }
}
