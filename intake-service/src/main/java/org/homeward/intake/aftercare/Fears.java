package org.homeward.intake.aftercare;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;

/**
 * Whom the children of a case fear. Anybody's word says whom; that a child fears nobody, and that
 * it was asked at all, only the child's own in a hearing that counts.
 *
 * @param asked whether the child has answered whom it fears
 * @param whom by all reports, interviews and hearings of the case; never {@code NOBODY}
 */
record Fears(boolean asked, Set<Feared> whom) {

  Fears {
    whom = Set.copyOf(whom);
  }

  /**
   * @param says of the reports
   * @param spoken by children in interviews
   * @param incarnation of the data: what was heard before a restore asks nobody any more
   */
  static Fears of(
      List<Says> says,
      Collection<Feared> spoken,
      Aftercare aftercare,
      String child,
      int incarnation) {
    Set<Feared> whom = named(says.stream(), spoken.stream(), Stream.of(aftercare));
    whom.remove(Feared.NOBODY); // upholds 6
    return new Fears(aftercare.wasAskedWhomItFears(child, incarnation), whom);
  }

  /** Whoever anybody named; {@code NOBODY} where somebody said so. */
  static Set<Feared> named(
      Stream<Says> reports, Stream<Feared> interviews, Stream<Aftercare> hearings) {
    Set<Feared> named = interviews.collect(Collectors.toCollection(HashSet::new));
    reports.flatMap(each -> each.feared().stream()).map(Code::value).forEach(named::add);
    hearings.forEach(each -> named.addAll(each.feared()));
    return named;
  }

  @Override
  public String toString() {
    return "Fears[redacted]";
  }
}
