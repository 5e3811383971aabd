package org.homeward.intake.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.homeward.durable.document.Guarded;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.matching.Description;
import org.homeward.intake.matching.Name;
import org.homeward.intake.matching.NamePart;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/** Describes the children of a case for the index, as the team and as confidants may know them. */
final class DescribeChildren {

  private final Function<String, NamePart> parts;

  /**
   * @param parts makes or remembers what a word of a name is
   */
  DescribeChildren(Function<String, NamePart> parts) {
    this.parts = parts;
  }

  List<KnownChild> of(Guarded<KeptCase> document) {
    return switch (document.state()) {
      case ErasedCase _ -> List.of();
      case Case live -> of(live);
    };
  }

  private List<KnownChild> of(Case live) {
    Map<String, KnownChild> team = known(live, CaseKeys.TEAM, false);
    List<KnownChild> known = new ArrayList<>(team.values());
    if (live.reports().stream().anyMatch(each -> CaseKeys.isLimited(each.report().says()))) {
      known(live, CaseKeys.CONFIDANTS, true)
          .forEach(
              (child, more) -> {
                KnownChild less = team.get(child);
                if (less == null || !more.saysTheSameAs(less)) {
                  known.add(more);
                }
              });
    }
    return known;
  }

  private Map<String, KnownChild> known(Case live, Set<Audience> circles, boolean isForConfidants) {
    Set<String> notTo = CaseKeys.people(live);
    List<Says> readable =
        live.reports().stream()
            .map(each -> CaseKeys.readable(each.report().says(), circles))
            .toList();
    List<Says> readableAndOpen =
        live.reports().stream()
            .map(KeptReport::report)
            .filter(CaseKeys::isOpen)
            .map(report -> CaseKeys.readable(report.says(), circles))
            .toList();
    List<Says> everything = live.reports().stream().map(each -> each.report().says()).toList();
    Says open = folded(readableAndOpen);
    Says all =
        folded(readable)
            .with()
            .companions(open.companions())
            .vehicle(open.vehicle())
            .lastSeen(open.lastSeen())
            .build();
    Set<String> numbers = CaseKeys.openNumbers(live);
    Set<String> offices = CaseKeys.officeNumbers(live);
    Map<String, KnownChild> known = new LinkedHashMap<>();
    all.children()
        .forEach(
            (id, child) ->
                known.put(
                    id,
                    new KnownChild(
                        live.id(),
                        id,
                        notTo,
                        live.exercise(),
                        isForConfidants,
                        Description.of(all, child, aged(live, id), numbers, parts)
                            .sharing(offices)
                            .named(names(readable, id)),
                        HouseholdKeys.of(
                            open.children().getOrDefault(id, ChildFacts.EMPTY),
                            readableAndOpen,
                            everything))));
    return known;
  }

  /** The day of the newest report that states the child's age: it is that age on that day. */
  private static LocalDate aged(Case live, String child) {
    Instant said =
        live.reports().stream()
            .map(KeptReport::report)
            .filter(report -> isAged(report.says().children().get(child)))
            .map(Report::at)
            .filter(Objects::nonNull)
            .reduce(live.openedAt(), (_, newest) -> newest);
    return LocalDate.ofInstant(said, ZoneOffset.UTC);
  }

  private static boolean isAged(@Nullable ChildFacts facts) {
    return facts != null && facts.ageYears() != null;
  }

  private static Says folded(List<Says> says) {
    return says.size() == 1 ? says.getFirst() : CaseFacts.fold(says);
  }

  /** Every name that a report gave, not only the newest. */
  private List<Name> names(List<Says> readable, String child) {
    return readable.stream()
        .map(says -> says.children().getOrDefault(child, ChildFacts.EMPTY))
        .flatMap(facts -> facts.names().stream())
        .map(PersonName::full)
        .distinct()
        .map(full -> Name.of(full, parts))
        .toList();
  }
}
