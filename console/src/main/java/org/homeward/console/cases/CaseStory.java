package org.homeward.console.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** The id of a registered desk; anything else is the label that somebody typed. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Set<String> PARTNERS_WORDS = Set.of("READ_PROPOSAL", "READ_SIGHTING");
  private static final String HANDOVER = "handover/";
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
        FactWords.instant(found.path("openedAt")).map(this::dated).orElse(""),
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
                factWords(found),
                found,
                takesReports(found),
                Decision.isOurs(found, node) && !hasEnded(found),
                reader.id(),
                now)
            .groups());
  }

  private List<Lacks.Lack> lacks(JsonNode found) {
    return Stream.concat(
            Lacks.of(found, words, takesReports(found)).stream(),
            Lacks.ofOrders(found, words, reader.isOnCases()).stream())
        .toList();
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
                        words.code("Audience", alert.path("audience").asString(""))
                            + " – "
                            + words.code("alertStatus", alert.path("status").asString("")),
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
                reader.isOnCases() ? decide(found, report) : ""));
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
    String since = FactWords.instant(task.path("since")).map(this::dated).orElse("");
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
        all(factWords(found), report.path("says")),
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

  /** A case of another country is spoken of with people whose clocks differ. */
  private FactWords factWords(JsonNode found) {
    return Decision.isOurs(found, node) ? factWords : factWords.zoned();
  }

  private List<Fact> all(FactWords factWords, JsonNode says) {
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
              desk(release),
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
      parts.add(desk(told));
    }
    parts.add(ref.equals(NONE) ? words.say("story.told.noRef") : words.say("story.told.ref", ref));
    return String.join(", ", parts);
  }

  private String desk(JsonNode release) {
    String desk = release.path("desk").asString("");
    return desks.getOrDefault(
        desk,
        ID.matcher(desk).matches()
            ? words.say("person.police")
            : words.say("story.told.desk", desk));
  }

  private CasePage.Entry sighting(JsonNode seen) {
    return new CasePage.Entry(
        at(seen),
        words.say("story.sighting"),
        FactWords.instant(seen.path("at")).map(this::dated).orElse(""),
        all(factWords.zoned(), seen.path("says")),
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

  /** One report of a case. */
  static Optional<JsonNode> report(JsonNode found, String id) {
    return found
        .path("reports")
        .valueStream()
        .filter(report -> report.path("id").asString("").equals(id))
        .findFirst();
  }
}
