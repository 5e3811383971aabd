package org.homeward.intake.aftercare;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;

/**
 * What the rules look at in a case, as a person has looked at it. They look at all of it: a fact
 * that this person may not read keeps a child hidden too.
 */
final class CaseGrounds implements AftercareCommand.Grounds {

  private static final Set<Outcome> ALIVE = EnumSet.of(Outcome.FOUND_SAFE, Outcome.FOUND_HARMED);
  private static final Set<Outcome> FOUND =
      EnumSet.of(Outcome.FOUND_SAFE, Outcome.FOUND_HARMED, Outcome.FOUND_DECEASED);
  private static final Set<Audience> SEALED = EnumSet.of(Audience.SEALED);

  private final LookAtCase.Seen seen;

  CaseGrounds(LookAtCase.Seen seen) {
    this.seen = seen;
  }

  /** Reports whose callers claim a child, as far as this person may know. */
  List<String> claimants() {
    return seen.reports().stream()
        .filter(
            each -> {
              Says readable = ReadablePart.of(each.report().says(), seen.circles()).says();
              return relation(readable).filter(Whereabouts.CLAIMANTS::contains).isPresent();
            })
        .map(KeptReport::id)
        .toList();
  }

  /**
   * All that is to be known before this claimant is told.
   *
   * @param clearOfOrders whether a supervisor says that no order keeps this claimant away
   */
  Whereabouts.Matter matter(
      Aftercare aftercare, String child, String report, boolean clearOfOrders) {
    Set<Feared> feared =
        says().flatMap(each -> each.feared().stream()).map(Code::value).collect(Collectors.toSet());
    Set<PoliceWarning> warnings =
        says()
            .flatMap(each -> each.warnings().stream())
            .map(Code::value)
            .collect(Collectors.toSet());
    return new Whereabouts.Matter(
        hasEndedAs(child, ALIVE),
        claimant(report).orElse(null),
        feared,
        warnings,
        isSealed() || aftercare.safety(child).keepHidden(),
        aftercare.heard(child, report).orElse(null),
        seen.ordersChecked().orElse(null),
        clearOfOrders);
  }

  /** A decision rests on the word of police that its supervisor has read, and on no later one. */
  @Override
  public Whereabouts.Matter matter(Aftercare aftercare, Telling told) {
    boolean isOfTheseOrders =
        seen.ordersChecked().filter(now -> now.at().equals(told.orders())).isPresent();
    return matter(aftercare, told.child(), told.report(), told.clearOfOrders() && isOfTheseOrders);
  }

  /** Children who were found, dead or alive. */
  Set<String> foundChildren() {
    return seen.children().keySet().stream()
        .filter(child -> hasEndedAs(child, FOUND))
        .collect(Collectors.toSet());
  }

  private boolean hasEndedAs(String child, Set<Outcome> outcomes) {
    KeptChild state = seen.children().get(child);
    Code<Outcome> outcome = state == null ? null : state.status().outcome();
    return outcome != null && outcomes.contains(outcome.value());
  }

  private Optional<ReporterRelation> claimant(String report) {
    return seen.reports().stream()
        .filter(each -> each.id().equals(report))
        .findFirst()
        .flatMap(each -> relation(each.report().says()));
  }

  private static Optional<ReporterRelation> relation(Says says) {
    return Optional.ofNullable(says.reporter())
        .flatMap(caller -> Optional.ofNullable(caller.relation()))
        .map(Code::value);
  }

  private Stream<Says> says() {
    return seen.reports().stream().map(each -> each.report().says());
  }

  /** Of the whole case: what is sealed does not say which of the children it hides. */
  private boolean isSealed() {
    return says()
        .anyMatch(
            each ->
                each.shelter() != null
                    || each.audiences().containsValue(SEALED)
                    || each.children().values().stream()
                        .map(ChildFacts::audiences)
                        .anyMatch(limits -> limits.containsValue(SEALED)));
  }
}
