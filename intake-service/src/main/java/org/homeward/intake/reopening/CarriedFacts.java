package org.homeward.intake.reopening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeward.intake.cases.KeptReport;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * What a new episode knows from the one before: who the child is, and what protects it. Only what
 * the whole team may read is carried, under the limits that it had; what was held, confided or
 * sealed stays where it was said. Named once is named, whatever a later caller said.
 *
 * @param first the facts of the first report of the new episode
 * @param confided facts of a report of their own, which fewer may read than what was known; empty
 *     where there are none
 */
record CarriedFacts(Says first, Optional<Says> confided) {

  private static final Set<Audience> TEAM = EnumSet.of(Audience.CASE_TEAM);

  private static final Set<Audience> ALL = EnumSet.allOf(Audience.class);

  /** Whoever reads what was confided or sealed belongs to the team, who reads what is carried. */
  private static final Set<Audience> OF_THE_TEAM_TOO =
      EnumSet.of(Audience.CONFIDANT, Audience.SEALED);

  private static final Set<String> OF_THE_OTHER_TIME = Set.of("clothing", "sleepingRough");

  /**
   * @param old reports of the episode before
   * @param child of the old case
   * @param again the id of the same child in the new one
   * @param said by the caller now
   */
  static CarriedFacts of(List<KeptReport> old, String child, String again, Says said) {
    List<Report> open = new ArrayList<>(old.stream().map(KeptReport::report).toList());
    open.removeIf(Report::isHeld); // upholds 12
    List<Says> each = open.stream().map(report -> readable(List.of(report))).toList();
    ChildFacts known = readable(open).children().getOrDefault(child, ChildFacts.EMPTY);
    var parts = new Parts(said, each);
    var feared = parts.of("feared", Says::feared, CarriedFacts::named);
    var warnings = parts.of("warnings", Says::warnings, Function.identity());
    var orders = parts.of("courtOrders", Says::courtOrders, Function.identity());
    Says first =
        said.with()
            .feared(feared.first())
            .warnings(warnings.first())
            .courtOrders(orders.first())
            .answers(parts.answers())
            .audiences(parts.limits())
            .children(Map.of(again, lasting(known)))
            .build();
    Says confided =
        Says.builder()
            .feared(feared.confided())
            .warnings(warnings.confided())
            .courtOrders(orders.confided())
            .audiences(parts.confidedLimits())
            .children(Map.of(again, ChildFacts.EMPTY))
            .build();
    return new CarriedFacts(
        first, parts.confidedLimits().isEmpty() ? Optional.empty() : Optional.of(confided));
  }

  private static Says readable(List<Report> reports) {
    Says all = CaseFacts.ofAll(reports);
    all = ReadablePart.of(all, TEAM).says(); // upholds 6
    return all;
  }

  /** Nobody is feared only where nobody named anybody. */
  private static List<Code<Feared>> named(List<Code<Feared>> all) {
    List<Code<Feared>> named = all.stream().filter(who -> !who.is(Feared.NOBODY)).toList();
    return named.isEmpty() ? all : named;
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

  @Override
  public String toString() {
    return "CarriedFacts[redacted]";
  }

  /** Fields that both episodes may have a part of; fewer may read a part that was confided now. */
  private static final class Parts {

    private final Says said;
    private final List<Says> before;
    private final Map<String, Answer> answers;
    private final Map<String, Set<Audience>> limits;
    private final Map<String, Set<Audience>> confidedLimits = new HashMap<>();

    private Parts(Says said, List<Says> before) {
      this.said = said;
      this.before = before;
      this.answers = new HashMap<>(said.answers());
      this.limits = new HashMap<>(said.audiences());
    }

    private record Part<T>(List<T> first, List<T> confided) {}

    private Map<String, Answer> answers() {
      return answers;
    }

    private Map<String, Set<Audience>> limits() {
      return limits;
    }

    private Map<String, Set<Audience>> confidedLimits() {
      return confidedLimits;
    }

    private <T> Part<T> of(
        String field, Function<Says, List<T>> values, Function<List<T>, List<T>> named) {
      Set<T> all = new LinkedHashSet<>();
      Set<Audience> limit = null;
      for (Says each : before) {
        if (values.apply(each).isEmpty()) continue;
        all.addAll(values.apply(each));
        limit = both(limit, each.audiences().get(field)); // upholds 6
      }
      List<T> now = values.apply(said);
      if (all.isEmpty()) {
        return new Part<>(now, List.of());
      }
      answers.remove(field);
      List<T> known = named.apply(new ArrayList<>(all));
      List<T> together = named.apply(Stream.concat(now.stream(), all.stream()).distinct().toList());
      Set<Audience> saidTo = now.isEmpty() ? null : limits.remove(field);
      if (saidTo == null || saidTo.containsAll(limit == null ? ALL : limit)) {
        limits.remove(field);
        if (limit != null) limits.put(field, limit); // upholds 6
        return new Part<>(together, List.of());
      }
      Set<Audience> readers = limit == null ? saidTo : readers(saidTo, limit);
      if (readers.isEmpty()) {
        limits.put(field, saidTo); // upholds 6
        return new Part<>(now, List.of());
      }
      if (limit != null && !limit.containsAll(readers)) {
        limits.put(field, readers); // upholds 6
        return new Part<>(together, List.of());
      }
      if (limit != null) limits.put(field, limit); // upholds 6
      confidedLimits.put(field, readers); // upholds 6
      return new Part<>(known, together);
    }

    /** Whoever may read both; confidants belong to a team that may. */
    private static Set<Audience> readers(Set<Audience> said, Set<Audience> limit) {
      Set<Audience> both = EnumSet.noneOf(Audience.class);
      both.addAll(said);
      both.retainAll(limit);
      if (both.isEmpty() && limit.contains(Audience.CASE_TEAM)) {
        both.addAll(said);
        both.retainAll(OF_THE_TEAM_TOO);
      }
      return both;
    }

    private static @Nullable Set<Audience> both(
        @Nullable Set<Audience> one, @Nullable Set<Audience> other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      Set<Audience> both = EnumSet.copyOf(one);
      both.retainAll(other);
      return both;
    }
  }
}
