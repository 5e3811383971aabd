package org.homeward.schema.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** Selects the reports for a partner; {@link Disclosures} then filters the fields. */
public final class PartnerReading {

  private static final Set<String> MINIMUM = Set.of("names", "born");

  private PartnerReading() {}

  /**
   * The fold of the reports for a partner, cut to the scope. A minimum is the children's names and
   * years of birth.
   */
  public static Says of(List<Report> reports, Scope scope) {
    Says told = CaseFacts.fold(reports(reports).stream().map(Report::says).toList());
    Says all = CaseFacts.fold(List.of(limits(reports, told.children().keySet()), told));
    return switch (scope) {
      case FULL -> all;
      case MINIMUM -> minimum(all);
    };
  }

  /** A report's limit on a field also holds for that field of the other reports. */
  private static Says limits(List<Report> reports, Set<String> children) {
    Says all = CaseFacts.fold(reports.stream().map(Report::says).toList());
    Map<String, ChildFacts> limited = new TreeMap<>(all.children());
    limited.keySet().retainAll(children);
    limited.replaceAll((id, child) -> ChildFacts.builder().audiences(child.audiences()).build());
    return Says.builder().children(limited).audiences(all.audiences()).build();
  }

  /**
   * The reports of which a partner may read: released or told by phone, and not from the police.
   */
  public static List<Report> reports(List<Report> reports) {
    return reports.stream()
        .filter(report -> !report.isHeld()) // upholds 12
        .filter(report -> isNotFromPolice(report.channel())) // upholds 6
        .toList();
  }

  /**
   * Facts that police supplied are theirs, and an unknown channel of a newer program may be the
   * police's.
   */
  private static boolean isNotFromPolice(@Nullable Code<Channel> channel) {
    return channel != null && channel.raw() == null && !channel.is(Channel.POLICE);
  }

  static Says minimum(Says all) {
    Map<String, ChildFacts> children = new TreeMap<>(all.children());
    children.replaceAll((id, child) -> minimum(child));
    return Says.builder().children(children).build();
  }

  private static ChildFacts minimum(ChildFacts child) {
    PartialDate born = child.born();
    return ChildFacts.builder()
        .names(child.names())
        .born(born == null ? null : new PartialDate(born.year(), null, null))
        .answers(only(child.answers()))
        .audiences(only(child.audiences()))
        .build();
  }

  private static <V> Map<String, V> only(Map<String, V> byField) {
    Map<String, V> only = new TreeMap<>(byField);
    only.keySet().retainAll(MINIMUM);
    return only;
  }
}
