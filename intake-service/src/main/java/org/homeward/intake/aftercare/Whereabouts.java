package org.homeward.intake.aftercare;

import static org.homeward.schema.facts.Feared.ACQUAINTANCE;
import static org.homeward.schema.facts.Feared.CAREGIVER;
import static org.homeward.schema.facts.Feared.INSTITUTION;
import static org.homeward.schema.facts.Feared.OTHER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.ReporterRelation;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which one claimant may be told where one child is. Nobody may, unless all are met
 * and a supervisor decides so.
 */
final class Whereabouts {

  /** Those who claim a child; police and partners learn it by other ways. */
  static final Set<ReporterRelation> CLAIMANTS =
      EnumSet.of(
          ReporterRelation.PARENT,
          ReporterRelation.GUARDIAN,
          ReporterRelation.RELATIVE,
          ReporterRelation.INSTITUTION);

  private static final Set<Feared> OF_FAMILY = EnumSet.of(CAREGIVER, ACQUAINTANCE, OTHER);

  /** A guardian may be the director of the home. */
  private static final Set<Feared> OF_GUARDIANS =
      EnumSet.of(CAREGIVER, ACQUAINTANCE, INSTITUTION, OTHER);

  private static final Set<Feared> OF_INSTITUTIONS = EnumSet.of(INSTITUTION, CAREGIVER, OTHER);

  /** Of an institution too: it may be the home. */
  private static final Set<PoliceWarning> OF_ALL =
      EnumSet.of(
          PoliceWarning.DO_NOT_TELL_REPORTER,
          PoliceWarning.DO_NOT_RETURN_CHILD_HOME,
          PoliceWarning.VIOLENCE_AT_HOME,
          PoliceWarning.OTHER);

  private Whereabouts() {}

  /** The rules, in the order in which they are shown. */
  enum Rule {
    CHILD_FOUND(matter -> matter.found()),
    /** What was said, heard and hidden in another episode is decided about in none. */
    NOT_ELSEWHERE(matter -> !matter.elsewhere()),
    NOT_STOPPED(matter -> !matter.stopped()),
    CLAIMANT_KNOWN(matter -> matter.claimant() != null && CLAIMANTS.contains(matter.claimant())),
    CHILD_HEARD(matter -> heard(matter) != null),
    CHILD_AGREES(Whereabouts::agrees),
    ORDERS_CHECKED(matter -> matter.orders() != null),
    CLEAR_OF_ORDERS(Whereabouts::isClearOfOrders),
    /** The child has answered whom it fears: what it was not asked is no "nobody". */
    FEAR_ASKED(matter -> matter.fears().asked()),
    NOT_FEARED(matter -> matter.fears().asked() && !isFeared(matter)),
    NOT_SEALED(matter -> !matter.sealed());

    private final Predicate<Matter> met;

    Rule(Predicate<Matter> met) {
      this.met = met;
    }
  }

  /**
   * All that the rules look at.
   *
   * @param found whether the search for the child has ended with a child that is alive
   * @param elsewhere whether a child of the case has another episode
   * @param stopped whether the case is frozen, or a brake waits for an answer
   * @param claimant the relation of the caller of the report; null where nobody knows it
   * @param fears of the children of the case
   * @param warnings by all reports
   * @param sealed whether anything is sealed, or a word says to keep a child of the case hidden
   * @param heard what decides about this claimant; null where the child was not asked
   * @param orders the word of police while it stands; null while there is none
   * @param clearOfOrders whether a supervisor says that none of those orders keeps the claimant
   *     away
   */
  record Matter(
      boolean found,
      boolean elsewhere,
      boolean stopped,
      @Nullable ReporterRelation claimant,
      Fears fears,
      Set<PoliceWarning> warnings,
      boolean sealed,
      @Nullable Hearing heard,
      @Nullable OrdersCheck orders,
      boolean clearOfOrders) {

    Matter {
      warnings = Set.copyOf(warnings);
    }

    @Override
    public String toString() {
      return "Matter[redacted]";
    }
  }

  /** One rule, and whether it is met. */
  record Row(Rule rule, boolean met) {}

  static List<Row> rows(Matter matter) {
    return Stream.of(Rule.values()).map(rule -> new Row(rule, rule.met.test(matter))).toList();
  }

  /** Those that are not met; empty when the claimant may be told. */
  static List<Rule> unmet(Matter matter) {
    return rows(matter).stream().filter(row -> !row.met()).map(Row::rule).toList();
  }

  private static @Nullable Hearing heard(Matter matter) {
    Hearing heard = matter.heard();
    return heard != null && heard.meeting().counts() ? heard : null;
  }

  private static boolean agrees(Matter matter) {
    Hearing heard = heard(matter);
    return heard != null && heard.agrees();
  }

  private static boolean isClearOfOrders(Matter matter) {
    OrdersCheck orders = matter.orders();
    return orders != null
        && (orders.said().finding() == OrdersFinding.NONE_FOUND || matter.clearOfOrders());
  }

  private static boolean isFeared(Matter matter) {
    return isFeared(matter.claimant(), matter.fears().whom(), matter.warnings());
  }

  /**
   * Whether somebody fears people like this claimant, or warns of telling them. An unknown code may
   * mean anybody.
   */
  static boolean isFeared(
      @Nullable ReporterRelation claimant, Set<Feared> whom, Set<PoliceWarning> warnings) {
    Set<Feared> feared =
        switch (claimant) {
          case INSTITUTION -> OF_INSTITUTIONS;
          case GUARDIAN -> OF_GUARDIANS;
          case null, default -> OF_FAMILY;
        };
    boolean isFamily = claimant != ReporterRelation.INSTITUTION;
    return whom.stream().anyMatch(feared::contains)
        || warnings.stream().anyMatch(OF_ALL::contains)
        || (isFamily && warnings.contains(PoliceWarning.DO_NOT_TELL_FAMILY));
  }
}
