package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;

/** The case view: the fold of its reports, in their order. */
public final class CaseFacts {

  private static final Set<Audience> ALL_BUT_PARTNERS =
      EnumSet.complementOf(EnumSet.of(Audience.PARTNER));

  /** As many as the schema takes. */
  private static final int MOST_SIGHTINGS = 200;

  private CaseFacts() {}

  /**
   * Field by field a later value wins, over an answer too; sightings stand beside each other.
   * Children are merged by id. A limit of audiences, once set, stays. Associative, with {@link
   * Says#EMPTY} as neutral element.
   */
  public static Says fold(List<Says> says) {
    return says.stream().reduce(Says.EMPTY, CaseFacts::merge);
  }

  /** The fold for the case team: every report. */
  public static Says ofAll(List<Report> reports) {
    return fold(reports.stream().map(CaseFacts::said).toList());
  }

  /** The fold for police: released reports only. */
  public static Says ofReleased(List<Report> reports) {
    return fold(
        reports.stream()
            .filter(Report::isReleased) // upholds 12
            .map(CaseFacts::said)
            .toList());
  }

  /** A partner never sees what police supplied. */
  private static Says said(Report report) {
    Code<Channel> channel = report.channel();
    if (channel == null || !channel.is(Channel.POLICE)) {
      return report.says();
    }
    Says says = report.says();
    Map<String, ChildFacts> children = new TreeMap<>(says.children());
    children.replaceAll(
        (id, child) ->
            child
                .with()
                .audiences(notForPartners(child, child.answers(), child.audiences()))
                .build());
    return says.with()
        .children(children)
        .audiences(notForPartners(says, says.answers(), says.audiences()))
        .build();
  }

  private static Map<String, Set<Audience>> notForPartners(
      Record facts, Map<String, Answer> answers, Map<String, Set<Audience>> audiences) {
    Set<String> fields = new TreeSet<>(RecordFields.present(facts).keySet());
    fields.removeAll(Set.of("children", "answers", "audiences"));
    fields.addAll(answers.keySet());
    Map<String, Set<Audience>> limits = new TreeMap<>();
    fields.forEach(field -> limits.put(field, ALL_BUT_PARTNERS));
    return both(audiences, limits);
  }

  private static Says merge(Says earlier, Says later) {
    Map<String, Object> values = values(earlier, later);
    Map<String, ChildFacts> children = new TreeMap<>(earlier.children());
    later.children().forEach((id, facts) -> children.merge(id, facts, CaseFacts::merge));
    children.replaceAll((id, facts) -> merge(ChildFacts.EMPTY, facts));
    values.put("children", children);
    values.replace("sightings", newest(earlier.sightings(), later.sightings()));
    values.put("answers", answers(earlier.answers(), later.answers(), values));
    values.put("audiences", both(earlier.audiences(), later.audiences()));
    return RecordFields.make(Says.class, values);
  }

  /** A sighting takes no other's place: police weigh them against each other. */
  private static List<GradedSighting> newest(
      List<GradedSighting> earlier, List<GradedSighting> later) {
    List<GradedSighting> all = new ArrayList<>(earlier);
    all.removeAll(Set.copyOf(later));
    all.addAll(later);
    return all.subList(Math.max(0, all.size() - MOST_SIGHTINGS), all.size());
  }

  /**
   * The newest sighting that says a place, and a later time than that at which the child was seen
   * last. It stands beside that fact and never takes its place: a caller may be wrong, or lie. One
   * that is graded as improbable, or of a giver on whom nobody relies, stands there for nobody.
   * Empty where no report says when the child was seen last: no sighting is known to be later.
   */
  public static Optional<GradedSighting> seenSince(Says facts) {
    LastSeen last = facts.lastSeen();
    if (last == null || last.at() == null) {
      return Optional.empty();
    }
    Instant before = last.at();
    return facts.sightings().stream()
        .filter(seen -> seen.at() != null && seen.at().isAfter(before))
        .filter(seen -> seen.place() != null)
        .filter(seen -> !seen.information().is(InformationGrade.IMPROBABLE))
        .filter(seen -> !seen.source().is(SourceGrade.E))
        .max(Comparator.comparing(seen -> requireNonNull(seen.at())));
  }

  private static ChildFacts merge(ChildFacts earlier, ChildFacts later) {
    Map<String, Object> values = values(earlier, later);
    values.put("answers", answers(earlier.answers(), later.answers(), values));
    values.put("audiences", both(earlier.audiences(), later.audiences()));
    return RecordFields.make(ChildFacts.class, values);
  }

  private static Map<String, Object> values(Record earlier, Record later) {
    Map<String, Object> values = RecordFields.present(earlier);
    values.putAll(RecordFields.present(later));
    return values;
  }

  private static Map<String, Answer> answers(
      Map<String, Answer> earlier, Map<String, Answer> later, Map<String, Object> values) {
    Map<String, Answer> answers = new TreeMap<>(earlier);
    answers.putAll(later);
    answers.keySet().removeAll(values.keySet());
    return answers;
  }

  private static Map<String, Set<Audience>> both(
      Map<String, Set<Audience>> one, Map<String, Set<Audience>> other) {
    Map<String, Set<Audience>> both = new TreeMap<>(one);
    other.forEach((field, set) -> both.merge(field, set, CaseFacts::intersection));
    return both;
  }

  private static Set<Audience> intersection(Set<Audience> one, Set<Audience> other) {
    Set<Audience> both = EnumSet.noneOf(Audience.class);
    both.addAll(one);
    both.retainAll(other);
    return both;
  }
}
