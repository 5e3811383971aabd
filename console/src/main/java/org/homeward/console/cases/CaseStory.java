package org.homeward.console.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.facts.SeenWords;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Tells a case as the API shows it: what happened, what is known, what is next. */
final class CaseStory {

  /** The id of a registered desk; anything else is the label that somebody typed. */
  static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Set<String> PARTNERS_WORDS = Set.of("READ_PROPOSAL", "READ_SIGHTING");
  private static final String HANDOVER = "handover/";
  static final String POLICE = "police-notice.";
  private final Words words;
  private final RulingsStory rulings;
  private final CaseEvents events;
  private final String node;
  private final Person reader;
  private final Instant now;

  /**
   * @param reader the person at the browser; who is not on cases gets no buttons of decisions
   * @param desks names of police desks by id, as far as they are known
   */
  CaseStory(Words words, String node, Person reader, Instant now, Map<String, String> desks) {
    this.words = words;
    this.rulings = new RulingsStory(words, reader, now);
    this.events = new CaseEvents(words, node, reader, now, desks);
    this.node = node;
    this.reader = reader;
    this.now = now;
  }

  /** Whether a desk of the police has said something to it, or was told of it. */
  static boolean namesDesks(JsonNode found) {
    return Stream.concat(
            found
                .path("timeline")
                .valueStream()
                .map(event -> event.path("type").asString(""))
                .filter(type -> type.startsWith(POLICE)),
            found
                .path("reports")
                .valueStream()
                .map(report -> report.path("policeRelease").path("desk").asString(""))
                .filter(ID.asMatchPredicate()))
        .findAny()
        .isPresent();
  }

  /** Whether a report of it is released, so that police have a code for it. */
  static boolean isRead(JsonNode found) {
    return found.path("reports").valueStream().anyMatch(report -> release(report, "RELEASED"));
  }

  CasePage of(JsonNode found, String told) {
    return of(found, List.of(), "", "", told);
  }

  /**
   * @param alerts those of the case as the API lists them, as far as somebody tells
   * @param policeCode by which police speak of it; empty where nobody knows
   * @param assessed who decided its risk, in words; empty where nobody has
   */
  CasePage of(
      JsonNode found, List<JsonNode> alerts, String policeCode, String assessed, String told) {
    String id = found.path("id").asString("");
    JsonNode facts = found.path("facts");
    List<CasePage.Step> steps = steps(found);
    return new CasePage(
        id,
        CaseWords.code(node, id),
        policeCode,
        CaseWords.children(words, facts),
        CaseWords.risk(facts),
        assessed,
        found.path("exercise").asBoolean(false),
        found.path("standing").asString(""),
        found.path("kind").asString("MISSING"),
        rulings.kind(found),
        found.has("braked"),
        FactWords.instant(found.path("openedAt")).map(events::dated).orElse(""),
        seen(found),
        takesReports(found) ? "/cases/" + id + "/sighting" : "",
        rulings.children(found),
        told,
        steps.isEmpty() ? null : steps.getFirst(),
        steps.isEmpty() ? List.of() : steps.subList(1, steps.size()),
        alerts(found, alerts),
        decisions(found),
        childPages(found),
        hasEnded(found) ? List.of() : lacks(found),
        story(found),
        new KnownFacts(
                words,
                events.factWords(found),
                found,
                takesReports(found),
                Decision.isOurs(found, node) && !hasEnded(found),
                reader.id(),
                now)
            .groups());
  }

  /** Both places: a false tip must not hide the reported one. */
  private List<Fact> seen(JsonNode found) {
    var seen = new SeenWords(words, events.factWords(found));
    return Stream.of(
            seen.last(found.path("facts")),
            hasEnded(found) ? Optional.<Fact>empty() : seen.since(found.path("seenSince")))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Lacks.Lack> lacks(JsonNode found) {
    return Stream.concat(
            Lacks.of(found, words, takesReports(found)).stream(),
            Lacks.ofOrders(found, words, reader.isOnCases()).stream())
        .toList();
  }

  private static boolean hasEnded(JsonNode found) {
    return Decision.standing(found).equals("ENDED");
  }

  /** The decisions open to this person, those mostly needed first. */
  private List<CasePage.Link> decisions(JsonNode found) {
    List<CasePage.Link> links = new ArrayList<>();
    String id = found.path("id").asString("");
    if (takesReports(found)) {
      links.add(new CasePage.Link(words.say("case.join"), "/intake?case=" + id));
    }
    for (Decision decision : Decision.values()) {
      if (decision.isAboutAChild()) {
        found.path("children").propertyNames().forEach(child -> add(links, found, decision, child));
      } else {
        add(links, found, decision, "");
      }
    }
    return links;
  }

  private List<CasePage.Link> alerts(JsonNode found, List<JsonNode> alerts) {
    Stream<CasePage.Link> drafted =
        alerts.stream()
            .map(
                alert ->
                    new CasePage.Link(
                        words.code("alertStatus", alert.path("status").asString("")),
                        "/alerts/" + alert.path("alert").asString("")));
    boolean mayDraft =
        reader.is("supervisor")
            && found.path("kind").asString("MISSING").equals("MISSING")
            && !hasEnded(found);
    Stream<CasePage.Link> draft =
        mayDraft
            ? Stream.of(
                new CasePage.Link(
                    words.say("case.alert.draft"),
                    "/alerts/new?case=" + found.path("id").asString("")))
            : Stream.empty();
    return Stream.concat(drafted, draft).toList();
  }

  private List<CasePage.Link> childPages(JsonNode found) {
    List<CasePage.Link> links = new ArrayList<>();
    String title = words.say("children.link");
    boolean isOne = found.path("children").size() == 1;
    for (String child : found.path("children").propertyNames()) {
      String who = CaseWords.child(words, found.path("facts").path("children").path(child));
      links.add(
          new CasePage.Link(
              isOne ? title : title + " – " + who,
              "/cases/" + found.path("id").asString("") + "/children/" + child));
    }
    return links;
  }

  private boolean takesReports(JsonNode found) {
    return reader.takesReports() && Decision.isOurs(found, node) && !hasEnded(found);
  }

  private void add(List<CasePage.Link> links, JsonNode found, Decision decision, String child) {
    if (!decision.isOpenTo(reader, found, node, child)) {
      return;
    }
    String title = words.say("decision." + decision.place() + ".title");
    String to = "/cases/" + found.path("id").asString("") + "/decide/" + decision.place();
    boolean named = !child.isEmpty() && found.path("children").size() > 1;
    String who = CaseWords.child(words, found.path("facts").path("children").path(child));
    links.add(
        new CasePage.Link(
            named ? title + " – " + who : title, child.isEmpty() ? to : to + "?child=" + child));
  }

  /** First what police wait for, then what others asked. */
  private List<CasePage.Step> steps(JsonNode found) {
    List<CasePage.Step> steps = new ArrayList<>();
    for (JsonNode report : found.path("reports")) {
      if (isHeld(report) && !hasEnded(found)) {
        steps.add(
            new CasePage.Step(
                words.say(stepOfHeld(found)),
                why(report),
                reader.isOnCases() ? CaseEvents.decide(found, report) : ""));
      }
    }
    for (JsonNode task : found.path("tasks")) {
      String kind = task.path("kind").asString("");
      if (!kind.equals("REVIEW_HELD_REPORT")) {
        steps.add(new CasePage.Step(words.code("task", kind), since(task), read(task)));
      }
    }
    return steps;
  }

  private String since(JsonNode task) {
    String since = FactWords.instant(task.path("since")).map(events::dated).orElse("");
    return task.path("kind").asString("").equals("READ_PROPOSAL")
        ? words.say("case.next.proposal") + " " + since
        : since;
  }

  /** The handover where a partner's words stand; empty for other tasks. */
  private String read(JsonNode task) {
    String subject = task.path("subject").asString("");
    boolean ofPartner = PARTNERS_WORDS.contains(task.path("kind").asString(""));
    return ofPartner && subject.startsWith(HANDOVER) && reader.isAtHandovers()
        ? "/handovers/" + subject.substring(HANDOVER.length())
        : "";
  }

  /** A report after a release is a change that police do not have yet. */
  private String stepOfHeld(JsonNode found) {
    if (!reader.isOnCases()) {
      return "case.next.release.others";
    }
    return isRead(found) ? "case.next.change" : "case.next.release";
  }

  /** The proposal of the rules, and its reasons. */
  private String why(JsonNode report) {
    String proposal = report.path("proposal").asString("CANNOT_SAY_YET");
    List<String> reasons =
        report
            .path("rules")
            .valueStream()
            .filter(row -> row.path("finding").asString("").equals(proposal))
            .map(row -> words.code("releaseRule", row.path("rule").asString("")))
            .toList();
    return words.say("case.next.release." + proposal)
        + " "
        + (reasons.isEmpty()
            ? words.say("release.because." + proposal)
            : String.join(" ", reasons));
  }

  private static boolean isHeld(JsonNode report) {
    return release(report, "HELD");
  }

  private static boolean release(JsonNode report, String status) {
    return report.path("policeRelease").path("status").asString("").equals(status);
  }

  /** The events, the newest first. */
  List<CasePage.Entry> story(JsonNode found) {
    return events.of(found);
  }

  /** One report of a case. */
  static Optional<JsonNode> report(JsonNode found, String id) {
    return found
        .path("reports")
        .valueStream()
        .filter(report -> report.path("id").asString("").equals(id))
        .findFirst();
  }
}
