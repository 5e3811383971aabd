package org.homeward.console.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Tells a case as the API shows it: what happened, what is known, what is next. */
final class CaseStory {

  /** The API records this when a caller gave no desk or no reference. */
  private static final String NONE = "none";

  private static final String POLICE = "police-notice.";
  private final Words words;
  private final FactWords factWords;
  private final RulingsStory rulings;
  private final String node;
  private final Person reader;
  private final Instant now;
  private final Map<String, String> desks;

  /**
   * @param reader the person at the browser; who is not on cases gets no buttons of decisions
   * @param desks names of police desks by id, as far as they are known
   */
  CaseStory(Words words, String node, Person reader, Instant now, Map<String, String> desks) {
    this.words = words;
    this.factWords = new FactWords(words, now);
    this.rulings = new RulingsStory(words, reader, now);
    this.node = node;
    this.reader = reader;
    this.now = now;
    this.desks = desks;
  }

  /** Whether a desk of the police has said something to it. */
  static boolean namesDesks(JsonNode found) {
    return found
        .path("timeline")
        .valueStream()
        .anyMatch(event -> event.path("type").asString("").startsWith(POLICE));
  }

  CasePage of(JsonNode found, String told) {
    String id = found.path("id").asString("");
    JsonNode facts = found.path("facts");
    List<CasePage.Step> steps = steps(found);
    return new CasePage(
        id,
        CaseWords.code(node, id),
        CaseWords.children(words, facts),
        CaseWords.risk(facts),
        found.path("exercise").asBoolean(false),
        found.path("standing").asString(""),
        found.has("braked"),
        FactWords.instant(found.path("openedAt")).map(this::dated).orElse(""),
        rulings.children(found),
        told,
        steps.isEmpty() ? null : steps.getFirst(),
        steps.isEmpty() ? List.of() : steps.subList(1, steps.size()),
        decisions(found),
        hasEnded(found) ? List.of() : Lacks.of(found, words),
        story(found),
        groups(found));
  }

  private String dated(Instant at) {
    return words.when(at, now) + " (" + words.away(at, now) + ")";
  }

  private static boolean hasEnded(JsonNode found) {
    return Decision.standing(found).equals("ENDED");
  }

  /** The decisions open to this person, those mostly needed first. */
  private List<CasePage.Link> decisions(JsonNode found) {
    List<CasePage.Link> links = new ArrayList<>();
    String id = found.path("id").asString("");
    boolean mayReport = reader.isOnCases() || reader.is("confidant");
    if (mayReport && Decision.isOurs(found, node) && !hasEnded(found)) {
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
                reader.isOnCases() ? decide(found, report) : ""));
      }
    }
    for (JsonNode task : found.path("tasks")) {
      String kind = task.path("kind").asString("");
      if (!kind.equals("REVIEW_HELD_REPORT")) {
        steps.add(
            new CasePage.Step(
                words.code("task", kind),
                FactWords.instant(task.path("since")).map(this::dated).orElse(""),
                ""));
      }
    }
    return steps;
  }

  /** A report after a release is a change that police do not have yet. */
  private String stepOfHeld(JsonNode found) {
    if (!reader.isOnCases()) {
      return "case.next.release.others";
    }
    boolean isKnown =
        found.path("reports").valueStream().anyMatch(report -> release(report, "RELEASED"));
    return isKnown ? "case.next.change" : "case.next.release";
  }

  /** The proposal of the rules, and its reasons. */
  private String why(JsonNode report) {
    String proposal = report.path("proposal").asString("CANNOT_SAY_YET");
    Stream<String> reasons =
        report
            .path("rules")
            .valueStream()
            .filter(row -> row.path("finding").asString("").equals(proposal))
            .map(row -> words.code("releaseRule", row.path("rule").asString("")));
    return Stream.concat(Stream.of(words.say("case.next.release." + proposal)), reasons)
        .collect(Collectors.joining(" "));
  }

  private static boolean isHeld(JsonNode report) {
    return release(report, "HELD");
  }

  private static boolean release(JsonNode report, String status) {
    return report.path("policeRelease").path("status").asString("").equals(status);
  }

  private static String decide(JsonNode found, JsonNode report) {
    return place(found, report) + "/release";
  }

  private static String place(JsonNode found, JsonNode report) {
    return "/cases/" + found.path("id").asString("") + "/reports/" + report.path("id").asString("");
  }

  /** The events, the newest first. */
  List<CasePage.Entry> story(JsonNode found) {
    boolean ended = hasEnded(found);
    Stream<CasePage.Entry> reports =
        found.path("reports").valueStream().map(report -> report(found, report, ended));
    Stream<CasePage.Entry> sightings = found.path("sightings").valueStream().map(this::sighting);
    Stream<CasePage.Entry> news = found.path("timeline").valueStream().map(this::happening);
    Stream<CasePage.Entry> ruled =
        rulings.all(found).stream()
            .map(
                ruling ->
                    new CasePage.Entry(
                        ruling.at(), ruling.sentence(), ruling.by(), List.of(), "", List.of()));
    return Stream.of(reports, sightings, news, ruled)
        .flatMap(all -> all)
        .sorted(Comparator.comparing(CasePage.Entry::at).reversed())
        .toList();
  }

  private static Instant at(JsonNode of) {
    return FactWords.instant(of.path("at")).orElse(Instant.EPOCH);
  }

  private CasePage.Entry report(JsonNode found, JsonNode report, boolean ended) {
    return new CasePage.Entry(
        at(report),
        words.say("story.report", words.code("Channel", report.path("channel").asString(""))),
        by(report),
        all(report.path("says")),
        release(report.path("policeRelease")),
        ended || !reader.isOnCases() ? List.of() : links(found, report));
  }

  /** A release is final; a report that was told by phone may still be released. */
  private List<CasePage.Link> links(JsonNode found, JsonNode report) {
    return switch (report.path("policeRelease").path("status").asString("")) {
      case "HELD" ->
          List.of(
              new CasePage.Link(words.say("case.decide"), decide(found, report)),
              new CasePage.Link(words.say("case.phone"), place(found, report) + "/phone"));
      case "BY_PHONE" ->
          List.of(new CasePage.Link(words.say("release.title"), decide(found, report)));
      default -> List.of();
    };
  }

  private List<Fact> all(JsonNode says) {
    return Stream.concat(
            factWords.ofCase(says).stream(),
            says.path("children").valueStream().flatMap(child -> factWords.ofChild(child).stream()))
        .toList();
  }

  private String release(JsonNode release) {
    return switch (release.path("status").asString("")) {
      case "RELEASED" ->
          words.say(
              "story.released",
              release.path("desk").asString(""),
              words.codeInText("Basis", release.path("basis").asString("")));
      case "BY_PHONE" ->
          words.say(
              "story.told",
              FactWords.instant(release.path("at")).map(this::dated).orElse(""),
              call(release));
      default ->
          words.say(
              "story.held",
              words.codeInText("HoldReason", release.path("reason").asString("")),
              FactWords.instant(release.path("reviewAt")).map(this::dated).orElse(""));
    };
  }

  private String call(JsonNode told) {
    String ref = told.path("ref").asString("");
    List<String> parts = new ArrayList<>();
    if (told.has("officer")) {
      parts.add(words.say("story.told.officer", told.path("officer").asString("")));
    }
    if (!told.path("desk").asString("").equals(NONE)) {
      parts.add(words.say("story.told.desk", told.path("desk").asString("")));
    }
    parts.add(ref.equals(NONE) ? words.say("story.told.noRef") : words.say("story.told.ref", ref));
    return String.join(", ", parts);
  }

  private CasePage.Entry sighting(JsonNode seen) {
    return new CasePage.Entry(
        at(seen),
        words.say("story.sighting"),
        FactWords.instant(seen.path("at")).map(this::dated).orElse(""),
        all(seen.path("says")),
        "",
        List.of());
  }

  private CasePage.Entry happening(JsonNode event) {
    String type = event.path("type").asString("");
    String known = type.replaceFirst("[.]v[0-9]+$", "");
    return new CasePage.Entry(
        at(event), words.code("happening", known), by(event), List.of(), "", List.of());
  }

  private String by(JsonNode of) {
    String by = of.path("by").asString("");
    boolean ofDesk =
        of.path("type").asString("").startsWith(POLICE)
            && !of.path("type").asString("").startsWith(POLICE + "unanswered");
    String who =
        ofDesk ? desks.getOrDefault(by, words.say("person.police")) : words.person(by, reader.id());
    return FactWords.instant(of.path("at"))
        .map(at -> words.say("story.by", who, dated(at)))
        .orElse(who);
  }

  private List<CasePage.Group> groups(JsonNode found) {
    JsonNode facts = found.path("facts");
    List<CasePage.Group> groups = new ArrayList<>();
    for (var child : facts.path("children").properties()) {
      List<CasePage.Known> known =
          factWords.ofChild(child.getValue()).stream()
              .map(fact -> new CasePage.Known(fact, source(found, fact.field(), child.getKey())))
              .toList();
      String title =
          facts.path("children").size() == 1
              ? words.say("case.facts.child")
              : CaseWords.child(words, child.getValue());
      groups.add(group(title, known));
    }
    groups.add(
        group(
            words.say("case.facts.case"),
            factWords.ofCase(facts).stream()
                .map(fact -> new CasePage.Known(fact, source(found, fact.field(), "")))
                .toList()));
    return groups.stream().filter(group -> !group.facts().isEmpty()).toList();
  }

  /** One source for all is said once. */
  private static CasePage.Group group(String title, List<CasePage.Known> facts) {
    List<String> sources = facts.stream().map(CasePage.Known::source).distinct().toList();
    return new CasePage.Group(title, sources.size() == 1 ? sources.getFirst() : "", facts);
  }

  /** The newest report that states or answers a field. */
  private String source(JsonNode found, String field, String child) {
    return found
        .path("reports")
        .valueStream()
        .filter(report -> states(report, field, child))
        .reduce((_, later) -> later)
        .flatMap(
            report ->
                FactWords.instant(report.path("at"))
                    .map(
                        at ->
                            words.when(at, now)
                                + ", "
                                + words.code("Channel", report.path("channel").asString(""))))
        .orElse("");
  }

  private static boolean states(JsonNode report, String field, String child) {
    JsonNode says = report.path("says");
    JsonNode of = child.isEmpty() ? says : says.path("children").path(child);
    return of.has(field) || of.path("answers").has(field);
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
