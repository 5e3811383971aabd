package org.homeward.intake.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Code;

/** Proposes whether the police should be told of a report; a person decides. */
public final class ReleaseProposals {

  private static final String NOT_MISSING = "child-is-not-missing";

  /** In this order: the first that objects gives the reason. */
  private static final List<Rule> OBJECTIONS =
      List.of(
          Rule.holds("caller-is-the-child", HoldReason.CHILD_CALLED, ReleaseProposals::childCalls),
          Rule.holds(
              "caregiver-is-feared", HoldReason.CAREGIVER_NAMED, (own, all) -> isHarmAtHome(all)),
          Rule.holds(
              "institution-is-feared",
              HoldReason.INSTITUTION_NAMED,
              (own, all) -> isFeared(Feared.INSTITUTION, all)),
          Rule.holds(
              "police-are-feared",
              HoldReason.POLICE_NAMED,
              (own, all) -> isFeared(Feared.POLICE, all)),
          Rule.holds(NOT_MISSING, HoldReason.AT_RISK, (own, all) -> isAtRisk(all)),
          Rule.holds("caller-refuses", HoldReason.REFUSED, (own, all) -> callerRefuses(own)));

  /** While one of them is not known, there is nothing to go by. */
  private static final List<Rule> NEEDED =
      List.of(
          Rule.needs("caller-is-known", (own, all) -> callerIsKnown(own)),
          Rule.needs("feared-persons-are-known", (own, all) -> fearedAreKnown(all)));

  private ReleaseProposals() {}

  /** How a case stands to a child who is at risk and not missing. */
  public enum Threat {
    /** Its reports say it, or nobody does. */
    AS_REPORTED,
    /** The case itself is about it. */
    STANDS,
    /** The case was, until the child went missing; what was reported before says nothing now. */
    CAME_TRUE
  }

  /** The finding of one rule about a report. */
  public enum Finding {
    /** The rule objects to telling the police. */
    HOLD,
    /** The facts that the rule needs are not known. */
    CANNOT_SAY_YET,
    /** The rule has nothing against telling the police. */
    PASSED
  }

  /** A rule and its finding. */
  public record Row(String rule, Finding finding) {}

  /** The proposal, and the finding of each rule. */
  public record Verdict(Proposal proposal, List<Row> rows) {}

  private record Rule(
      String name, HoldReason hold, Finding finding, BiPredicate<Says, List<Says>> applies) {

    static Rule holds(String name, HoldReason hold, BiPredicate<Says, List<Says>> objects) {
      return new Rule(name, hold, Finding.HOLD, objects);
    }

    static Rule needs(String name, BiPredicate<Says, List<Says>> known) {
      return new Rule(name, HoldReason.UNDECIDED, Finding.CANNOT_SAY_YET, known.negate());
    }
  }

  /**
   * Proposes HOLD when a rule objects, CANNOT_SAY_YET while the caller or the feared persons are
   * not known, otherwise RELEASE.
   *
   * @param own what the report itself says: it has its own caller
   * @param all what every report of the case says, this one included, in their order
   */
  public static Verdict propose(Says own, List<Says> all) {
    return propose(own, all, Threat.AS_REPORTED);
  }

  /**
   * The same where the case itself says whether its child is at risk, whatever its category.
   *
   * @param threat as persons said of the case
   */
  public static Verdict propose(Says own, List<Says> all, Threat threat) {
    List<Row> rows = new ArrayList<>();
    Optional<HoldReason> first = Optional.empty();
    for (Rule rule : Stream.concat(OBJECTIONS.stream(), NEEDED.stream()).toList()) {
      boolean applies = applies(rule, threat, own, all); // upholds 12
      rows.add(new Row(rule.name(), applies ? rule.finding() : Finding.PASSED));
      first = first.or(() -> applies ? Optional.of(rule.hold()) : Optional.empty());
    }
    return new Verdict(first.map(Proposal::new).orElse(Proposal.RELEASE), List.copyOf(rows));
  }

  private static boolean applies(Rule rule, Threat threat, Says own, List<Says> all) {
    boolean asReported = rule.applies().test(own, all);
    if (!rule.name().equals(NOT_MISSING)) {
      return asReported;
    }
    return switch (threat) {
      case AS_REPORTED -> asReported;
      case STANDS -> true;
      case CAME_TRUE -> false;
    };
  }

  private static boolean childCalls(Says own, List<Says> all) {
    return caller(own, r -> r.relation() != null && r.relation().is(ReporterRelation.CHILD_SELF));
  }

  /** Whether any of these says that a caregiver is feared or that there is harm at home. */
  public static boolean isHarmAtHome(List<Says> all) {
    return isFeared(Feared.CAREGIVER, all)
        || all.stream()
            .flatMap(says -> says.warnings().stream())
            .anyMatch(
                w ->
                    w.is(PoliceWarning.VIOLENCE_AT_HOME)
                        || w.is(PoliceWarning.DO_NOT_RETURN_CHILD_HOME));
  }

  /** Named once is named, whatever a later caller says. */
  private static boolean isFeared(Feared who, List<Says> all) {
    return feared(all).anyMatch(code -> code.is(who));
  }

  /** The newest word counts, as in the facts of the case, which need not be put together for it. */
  private static boolean isAtRisk(List<Says> all) {
    return all.stream()
        .map(Says::category)
        .filter(Objects::nonNull)
        .reduce((_, newest) -> newest)
        .filter(category -> category.is(Category.AT_RISK))
        .isPresent();
  }

  private static boolean callerRefuses(Says own) {
    return caller(own, reporter -> Boolean.FALSE.equals(reporter.agreesToPolice()));
  }

  private static boolean callerIsKnown(Says own) {
    return caller(own, reporter -> reporter.relation() != null && isOurs(reporter.relation()));
  }

  private static boolean fearedAreKnown(List<Says> all) {
    return feared(all).findAny().isPresent() && feared(all).allMatch(ReleaseProposals::isOurs);
  }

  /** A code of a newer list may mean any of those whom a rule asks for. */
  private static boolean isOurs(Code<?> code) {
    return code.raw() == null;
  }

  private static Stream<Code<Feared>> feared(List<Says> all) {
    return all.stream().flatMap(says -> says.feared().stream());
  }

  private static boolean caller(Says own, Predicate<Reporter> is) {
    return Stream.of(own).map(Says::reporter).filter(Objects::nonNull).anyMatch(is);
  }
}
