package org.homeward.intake.reopening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.cases.KeptReport;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What a new episode knows from the one before: who the child is, and what protects it. Only what
 * the whole team may read is carried, under the limits that it had; what was held, confided or
 * sealed stays where it was said.
 */
final class CarriedFacts {

  private static final Set<Audience> TEAM = EnumSet.of(Audience.CASE_TEAM);

  /** Whoever reads what was confided or sealed belongs to the team, who reads what is carried. */
  private static final Set<Audience> OF_THE_TEAM_TOO =
      EnumSet.of(Audience.CONFIDANT, Audience.SEALED);

  private static final Set<String> OF_THE_OTHER_TIME = Set.of("clothing", "sleepingRough");

  private CarriedFacts() {}

  /**
   * The facts of the first report of the new episode.
   *
   * @param old reports of the episode before
   * @param child of the old case
   * @param again the id of the same child in the new one
   * @param said by the caller now
   */
  static Says of(List<KeptReport> old, String child, String again, Says said) {
    List<Report> open =
        old.stream().map(KeptReport::report).filter(each -> !each.isHeld()).toList(); // upholds 12
    Says before = ReadablePart.of(CaseFacts.ofAll(open), TEAM).says(); // upholds 6
    ChildFacts known = before.children().getOrDefault(child, ChildFacts.EMPTY);
    var limits = new Limits(said, before);
    var feared = limits.both("feared", said.feared(), before.feared());
    var warnings = limits.both("warnings", said.warnings(), before.warnings());
    var orders = limits.both("courtOrders", said.courtOrders(), before.courtOrders());
    Map<String, Answer> answers = new HashMap<>(said.answers());
    if (!feared.isEmpty()) answers.remove("feared");
    if (!warnings.isEmpty()) answers.remove("warnings");
    if (!orders.isEmpty()) answers.remove("courtOrders");
    return said.with()
        .feared(feared)
        .warnings(warnings)
        .courtOrders(orders)
        .answers(answers)
        .audiences(limits.now())
        .children(Map.of(again, lasting(known)))
        .build();
  }

  /** What it wore and where it slept was true of the other time. */
  private static ChildFacts lasting(ChildFacts known) {
    Map<String, Set<Audience>> audiences = new HashMap<>(known.audiences());
    audiences.keySet().removeAll(OF_THE_OTHER_TIME);
    Map<String, Answer> answers = new HashMap<>(known.answers());
    answers.keySet().removeAll(OF_THE_OTHER_TIME);
    return known
        .with()
        .clothing(List.of())
        .sleepingRough(null)
        .answers(answers)
        .audiences(audiences)
        .build();
  }

  /** Who may read a fact that both episodes have a part of: those who may read both parts. */
  private static final class Limits {

    private final Map<String, Set<Audience>> now;
    private final Map<String, Set<Audience>> before;

    private Limits(Says said, Says before) {
      this.now = new HashMap<>(said.audiences());
      this.before = before.audiences();
    }

    private Map<String, Set<Audience>> now() {
      return now;
    }

    /** What is said now, and what was known; without the latter where nobody may read both. */
    private <T> List<T> both(String field, List<T> said, List<T> known) {
      Set<Audience> limit = before.get(field);
      if (limit != null && !known.isEmpty()) {
        Set<Audience> readers = readers(now.get(field), limit);
        if (readers.isEmpty()) return said; // upholds 6
        now.put(field, readers); // upholds 6
      }
      List<T> all = new ArrayList<>(said);
      known.stream().filter(each -> !said.contains(each)).forEach(all::add);
      return all;
    }

    private static Set<Audience> readers(@Nullable Set<Audience> said, Set<Audience> known) {
      if (said == null) {
        return known;
      }
      Set<Audience> both = EnumSet.noneOf(Audience.class);
      both.addAll(said);
      both.retainAll(known);
      if (both.isEmpty()) {
        both.addAll(said);
        both.retainAll(OF_THE_TEAM_TOO);
      }
      return both;
    }
  }
}
