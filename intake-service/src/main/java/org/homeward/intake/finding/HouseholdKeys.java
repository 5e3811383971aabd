package org.homeward.intake.finding;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.intake.episodes.Households;
import org.homeward.intake.matching.Address;
import org.homeward.intake.proposals.ReleaseProposals;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.jspecify.annotations.Nullable;

/** Children of one household share a home, or a parent or guardian who has called. */
final class HouseholdKeys {

  private static final Set<ReporterRelation> CAREGIVERS =
      EnumSet.of(ReporterRelation.PARENT, ReporterRelation.GUARDIAN);

  private HouseholdKeys() {}

  /**
   * The keys of a child. Where she hides is no home, and a caregiver whom somebody fears does not
   * lead to her.
   *
   * @param child what open reports say of her
   * @param open what reports say by whose numbers a case may be found
   * @param all what every report of the case says, sealed and held ones included
   */
  static Set<String> of(ChildFacts child, List<Says> open, List<Says> all) {
    Set<String> keys = new TreeSet<>();
    if (child.home() != null) {
      Address.of(child.home())
          .filter(home -> !shelters(all).contains(home)) // upholds 6
          .map(home -> key(Households.By.HOME, home))
          .ifPresent(keys::add);
    }
    if (ReleaseProposals.isHarmAtHome(all)) return keys; // upholds 6
    open.stream()
        .flatMap(says -> caregiver(says.reporter()).stream())
        .map(number -> key(Households.By.CAREGIVER, number))
        .forEach(keys::add);
    return keys;
  }

  private static Set<String> shelters(List<Says> all) {
    return all.stream()
        .map(Says::shelter)
        .filter(Objects::nonNull)
        .flatMap(shelter -> Address.of(shelter).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<String> caregiver(@Nullable Reporter reporter) {
    return reporter == null
            || reporter.phone() == null
            || reporter.relation() == null
            || CAREGIVERS.stream().noneMatch(reporter.relation()::is)
        ? Optional.empty()
        : Optional.of(reporter.phone().e164());
  }

  private static String key(Households.By by, String text) {
    return by + " " + text;
  }

  /** The fact that a key is made of. */
  static Households.By by(String key) {
    return Households.By.valueOf(key.substring(0, key.indexOf(' ')));
  }
}
