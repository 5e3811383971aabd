package org.homeward.intake.checklists;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.OrdersWord;
import org.homeward.intake.rulings.Decided;
import org.homeward.intake.worksheets.KeepChecks.Wanted;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.values.Audience;

/** Finds what the rules ask of a case, from the facts that its whole team may know. */
final class WantChecks {

  private static final int OF_AGE = 18;
  private static final Set<Audience> TEAM = EnumSet.of(Audience.CASE_TEAM);
  private static final Set<String> ALIVE =
      Set.of(Outcome.FOUND_SAFE.name(), Outcome.FOUND_HARMED.name());

  private final CheckRules rules;

  WantChecks(CheckRules rules) {
    this.rules = rules;
  }

  /**
   * In the order of the rules; nothing for a case of another node, whose owner does all this, and
   * nothing for one that an import has brought before somebody works on it.
   */
  List<Wanted> of(Case live) {
    if (live.isForeign() || isOnlyImported(live)) {
      return List.of();
    }
    Says team = CaseFacts.ofAll(live.reports().stream().map(WantChecks::readable).toList());
    RiskLevel level = team.risk() == null ? null : team.risk().level().value();
    Category category = team.category() == null ? null : team.category().value();
    List<Wanted> wanted = new ArrayList<>();
    for (CheckRule rule : rules.about(live.rulings().kind().kind(), category, level)) {
      Duration within = rule.within(level);
      beginnings(rule, live, team)
          .forEach(
              (child, at) ->
                  wanted.add(
                      new Wanted(
                          rule.code(),
                          child,
                          rule.from() == CheckRule.From.ANSWERED ? null : at.plus(within),
                          within,
                          rule.again() == null,
                          isDone(rule, live, team))));
    }
    return wanted;
  }

  private static boolean isOnlyImported(Case live) {
    return live.reports().stream().allMatch(KeptReport::isUntouchedImport);
  }

  private static Report readable(KeptReport kept) {
    Report report = kept.report();
    Says says = report.says();
    says = ReadablePart.of(says, TEAM).says(); // upholds 6
    return new Report(report.id(), report.at(), report.channel(), report.policeRelease(), says);
  }

  /** By child; the empty name stands for the whole case. */
  private static Map<String, Instant> beginnings(CheckRule rule, Case live, Says team) {
    boolean searched = live.standing() != Case.Standing.ENDED;
    return switch (rule.from()) {
      case OPENED, ANSWERED -> searched ? Map.of("", begun(live)) : Map.of();
      case LAST_SEEN -> searched ? Map.of("", lastSeen(live, team)) : Map.of();
      case TURNS_18 -> birthdays(live, team);
      case CHILD_FOUND -> found(live);
    };
  }

  private static Instant lastSeen(Case live, Says team) {
    return Optional.ofNullable(team.lastSeen()).map(LastSeen::at).orElse(begun(live));
  }

  /** Nothing that a search asks for was late while its child was only at risk. */
  private static Instant begun(Case live) {
    return live.rulings().kind().missingSince().orElse(live.openedAt());
  }

  /** Of children whose search goes on; who was of age when the case was opened has none to come. */
  private static Map<String, Instant> birthdays(Case live, Says team) {
    Map<String, Instant> birthdays = new TreeMap<>();
    live.children()
        .forEach(
            (id, child) -> {
              ChildFacts facts = team.children().get(id);
              if (!child.hasEnded() && facts != null && facts.born() != null) {
                LocalDate born = requireNonNull(facts.born()).earliest();
                Instant at = born.plusYears(OF_AGE).atStartOfDay().toInstant(ZoneOffset.UTC);
                if (at.isAfter(live.openedAt())) {
                  birthdays.put(id, at);
                }
              }
            });
    return birthdays;
  }

  private static Map<String, Instant> found(Case live) {
    Map<String, Instant> found = new TreeMap<>();
    live.rulings().decided().stream()
        .filter(decided -> decided.kind() == Decided.Kind.ENDED)
        .filter(decided -> decided.code() != null && ALIVE.contains(decided.code()))
        .forEach(decided -> found.put(decided.about(), decided.at()));
    return found;
  }

  private static boolean isDone(CheckRule rule, Case live, Says team) {
    return switch (rule.doneBy()) {
      case POLICE_TOLD -> live.reports().stream().anyMatch(each -> !each.report().isHeld());
      case RISK_STATED -> team.risk() != null;
      case ORDERS_CHECKED -> OrdersWord.ofTeam(live).isPresent();
      case null -> false;
    };
  }
}
