package org.homeward.intake.finding;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.schema.disclosure.Exclusion;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.PoliceRecord;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/** Says by which words a case is found, and by whom. */
final class CaseKeys {

  static final Set<Audience> TEAM = EnumSet.of(Audience.CASE_TEAM);
  static final Set<Audience> CONFIDANTS = EnumSet.of(Audience.CASE_TEAM, Audience.CONFIDANT);

  private static final Set<ReporterRelation> OFFICES =
      EnumSet.of(
          ReporterRelation.TEACHER,
          ReporterRelation.INSTITUTION,
          ReporterRelation.POLICE,
          ReporterRelation.PARTNER_HOTLINE);

  private final Set<String> open = new HashSet<>();
  private final Set<String> confidants = new HashSet<>();
  private final Set<String> guarded = new HashSet<>();

  private CaseKeys() {}

  static KnownCase of(Guarded<KeptCase> document) {
    return switch (document.state()) {
      case ErasedCase _ -> KnownCase.gone(document.id(), document.version());
      case Case live -> new CaseKeys().of(live, document.version());
    };
  }

  private KnownCase of(Case live, long version) {
    open.addAll(SearchWords.codes(live.id()));
    live.reports().forEach(each -> add(each.report()));
    openNumbers(live).stream().map(By.NUMBER::key).forEach(open::add);
    confidants.removeAll(open);
    guarded.removeAll(open);
    return new KnownCase(
        live.id(), version, live.openedAt(), people(live), open, confidants, guarded);
  }

  /** The people from whom a case is kept, named as it names them. */
  static Set<String> people(Case live) {
    return live.notToHere().stream().filter(Exclusion::isPerson).collect(Collectors.toSet());
  }

  private void add(Report report) {
    Says all = report.says();
    Says team = readable(all, TEAM);
    words(team).forEach(open::add);
    words(readable(all, CONFIDANTS)).forEach(confidants::add);
    if (report.policeRelease() instanceof PoliceRelease.ByPhone(_, _, String ref, _)
        && !ref.equals(PoliceRelease.ByPhone.NO_REFERENCE)) {
      addReference(ref).forEach(open::add);
    }
    Stream.concat(callers(all), ofChildren(all)).map(By.NUMBER::key).forEach(guarded::add);
  }

  /**
   * Telephone numbers that find the case: those of callers. A held report, or the child's own call,
   * gives none, and a number of a child finds nothing whoever called from it: the father may search
   * for the number from which the child rang.
   */
  static Set<String> openNumbers(Case live) {
    Set<String> numbers = new TreeSet<>();
    live.reports().stream()
        .map(KeptReport::report)
        .filter(CaseKeys::isOpen) // upholds 6
        .flatMap(report -> callers(readable(report.says(), TEAM)))
        .forEach(numbers::add);
    live.reports().stream()
        .flatMap(each -> ofChildren(each.report().says()))
        .forEach(numbers::remove); // upholds 6
    return numbers;
  }

  /** Those of them from which an office has called: they are no family's. */
  static Set<String> officeNumbers(Case live) {
    return live.reports().stream()
        .map(each -> each.report().says())
        .filter(says -> isOfOffice(says.reporter()))
        .flatMap(CaseKeys::callers)
        .collect(Collectors.toSet());
  }

  /** Whether the caller calls for a house that has to do with many children. */
  static boolean isOfOffice(@Nullable Reporter reporter) {
    return reporter != null
        && reporter.relation() != null
        && OFFICES.stream().anyMatch(reporter.relation()::is);
  }

  /** Whether what stands in a report may lead somebody who knows a part of it to the case. */
  static boolean isOpen(Report report) {
    return !report.isHeld() && !isOfTheChild(report.says());
  }

  private static boolean isOfTheChild(Says says) {
    Reporter reporter = says.reporter();
    return reporter != null
        && reporter.relation() != null
        && reporter.relation().is(ReporterRelation.CHILD_SELF);
  }

  /** Names and references; the schema lets the team read both, unless somebody has limited them. */
  private static Stream<String> words(Says says) {
    Stream<String> names =
        says.children().values().stream()
            .map(ChildFacts::names)
            .flatMap(all -> all.stream())
            .map(name -> SearchWords.name(name.full()))
            .filter(name -> !name.isEmpty())
            .map(By.NAME::key);
    PoliceRecord told = says.policeTold();
    return told == null || told.reference() == null
        ? names
        : Stream.concat(names, addReference(told.reference()));
  }

  private static Stream<String> addReference(String text) {
    String reference = SearchWords.reference(text);
    return reference.isEmpty() ? Stream.empty() : Stream.of(By.REFERENCE.key(reference));
  }

  private static Stream<String> callers(Says says) {
    Reporter reporter = says.reporter();
    return reporter == null || reporter.phone() == null
        ? Stream.empty()
        : Stream.of(reporter.phone().e164());
  }

  /** Those of the children of a case, and of who is with them. */
  private static Stream<String> ofChildren(Says says) {
    Stream<String> own =
        says.children().values().stream()
            .flatMap(child -> child.phones().stream())
            .map(PhoneNumber::e164);
    return isOfTheChild(says) ? Stream.concat(own, callers(says)) : own;
  }

  /** Without limits all fields used here are readable, so the filter is skipped. */
  static Says readable(Says says, Set<Audience> circles) {
    if (isLimited(says)) return ReadablePart.of(says, circles).says(); // upholds 6
    return says;
  }

  /** Somebody has limited who may know a field. */
  static boolean isLimited(Says says) {
    return !says.audiences().isEmpty()
        || says.children().values().stream().anyMatch(child -> !child.audiences().isEmpty());
  }
}
