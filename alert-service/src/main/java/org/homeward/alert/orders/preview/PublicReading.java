package org.homeward.alert.orders.preview;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.values.Audience;

/**
 * Reads of a case what volunteers may know. A subscriber gets exactly what everybody may know, so
 * that a subscription opens nothing.
 */
public final class PublicReading {

  private final Disclosures disclosures;
  private final String node;

  PublicReading(Disclosures disclosures, String node) {
    this.disclosures = disclosures;
    this.node = node;
  }

  /** Reports that a person released or told by phone count; held ones do not. */
  static boolean hasReleased(CaseSnapshot told) {
    return told.reports().stream().anyMatch(PublicReading::isLetGo);
  }

  /**
   * Recorded before it answers, as a look by the author: volunteers have nothing of it yet.
   *
   * @param readers for whom she writes
   * @param drafter opaque id of the person
   */
  Disclosure of(CaseSnapshot told, Audience readers, String country, String drafter) {
    var subject =
        new Subject(told.id(), "case", told.home(), told.exercise(), told.notTo(), facts(told));
    var reader = new Recipient("supervisor", country, node, null, drafter, told.exercise());
    return disclosures.of(
        List.of(subject), Audience.PUBLIC, reader, purpose(readers), Basis.PUBLIC_TASK);
  }

  private static Purpose purpose(Audience readers) {
    return readers == Audience.PUBLIC ? Purpose.PUBLIC_ALERT : Purpose.VOLUNTEER_ALERT;
  }

  /**
   * Whether police were told of a sighting later than the place that readers read. Its words are
   * for police and the case team alone, so no text has them; who writes or approves one must know.
   */
  public static boolean isSeenSince(CaseSnapshot told) {
    return CaseFacts.seenSince(letGo(told)).isPresent();
  }

  /** What its reports say that a person has released or told by phone. */
  static Says letGo(CaseSnapshot told) {
    return CaseFacts.fold(
        told.reports().stream().filter(PublicReading::isLetGo).map(Report::says).toList());
  }

  private static Says facts(CaseSnapshot told) {
    Says released = letGo(told);
    Map<String, ChildFacts> children = new TreeMap<>(released.children());
    told.children().keySet().forEach(id -> children.putIfAbsent(id, ChildFacts.EMPTY));
    children.keySet().removeIf(id -> !isMissing(told, id)); // upholds 4
    return released.with().children(children).build();
  }

  public static boolean isMissing(CaseSnapshot told, String child) {
    ChildStatus status = told.children().get(child);
    return status != null && status.status() == ChildState.MISSING;
  }

  /** Children of whom nothing but a word says that they are found. */
  public static Stream<String> saidFound(CaseSnapshot told) {
    return told.children().entrySet().stream()
        .filter(child -> child.getValue().status() == ChildState.LOCATED_UNVERIFIED)
        .map(Map.Entry::getKey);
  }

  private static boolean isLetGo(Report report) {
    return switch (report.policeRelease()) {
      case PoliceRelease.Released _, PoliceRelease.ByPhone _ -> true;
      case PoliceRelease.Held _ -> false;
    };
  }
}
