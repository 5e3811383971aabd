package org.homeward.intake.aftercare;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.episodes.LinkedEpisodes;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at in a case, as a person has looked at it, and beside it. They look at all
 * of it: a fact that this person may not read keeps a child hidden too.
 */
final class CaseGrounds implements AftercareCommand.Grounds {

  private static final Set<Outcome> ALIVE = EnumSet.of(Outcome.FOUND_SAFE, Outcome.FOUND_HARMED);
  private static final Set<Outcome> FOUND =
      EnumSet.of(Outcome.FOUND_SAFE, Outcome.FOUND_HARMED, Outcome.FOUND_DECEASED);
  private static final Set<Audience> SEALED = EnumSet.of(Audience.SEALED);

  private final LookAtCase.Seen seen;
  private final Interviewed.Spoken spoken;
  private final LinkedEpisodes.Linked linked;
  private final GroundCodes codes;
  private final int incarnation;

  /**
   * @param linked other episodes of any child of the case
   */
  CaseGrounds(
      LookAtCase.Seen seen,
      Interviewed.Spoken spoken,
      LinkedEpisodes.Linked linked,
      GroundCodes codes,
      int incarnation) {
    this.seen = seen;
    this.spoken = spoken;
    this.linked = linked;
    this.codes = codes;
    this.incarnation = incarnation;
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

  @Override
  public Ground ground(Aftercare aftercare) {
    return new Ground(
        aftercare.words().size(),
        aftercare.hearings().size(),
        aftercare.withdrawals(),
        FindGrounds.facts(seen.reports()),
        spoken.answered(),
        seen.ordersChecked().map(OrdersCheck::at).orElse(null),
        String.join(" ", new TreeSet<>(linked.said())),
        seen.stops(),
        incarnation);
  }

  @Override
  public GroundCodes codes() {
    return codes;
  }

  @Override
  public Whereabouts.Matter matter(
      Aftercare aftercare, String child, String report, boolean clearOfOrders) {
    return new Whereabouts.Matter(
        hasEndedAs(seen.children().get(child), ALIVE),
        !linked.others().isEmpty(),
        seen.isStopped(),
        claimant(report).orElse(null),
        Fears.of(says().toList(), spoken.feared(), aftercare, child, incarnation),
        warnings(),
        isSealed() || aftercare.keepsHidden(),
        aftercare.heard(child, report, incarnation).orElse(null),
        seen.ordersChecked().orElse(null),
        clearOfOrders);
  }

  /** By all reports. */
  Set<PoliceWarning> warnings() {
    return says()
        .flatMap(each -> each.warnings().stream())
        .map(Code::value)
        .collect(Collectors.toSet());
  }

  /** Children who were found, dead or alive. */
  static Set<String> foundChildren(LookAtCase.Seen seen) {
    return seen.children().entrySet().stream()
        .filter(each -> hasEndedAs(each.getValue(), FOUND))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean hasEndedAs(@Nullable KeptChild state, Set<Outcome> outcomes) {
    Code<Outcome> outcome = state == null ? null : state.status().outcome();
    return outcome != null && outcomes.contains(outcome.value());
  }

  /** The relation of the caller of a report. */
  Optional<ReporterRelation> claimant(String report) {
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
  boolean isSealed() {
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
