package org.homeward.console.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Tells what has happened in a case: its reports, what was decided, and news of other services. */
final class CaseEvents {

  /** The API records this when a caller gave no desk or no reference. */
  private static final String NONE = "none";

  /** Changes of a handover that only the partner of the owner makes. */
  private static final List<String> PARTNERS =
      Stream.of(
              "acknowledged",
              "accepted",
              "rejected",
              "countered",
              "checked",
              "braked",
              "proposed",
              "sighted",
              "receipted")
          .map("handover."::concat)
          .toList();

  private final Words words;
  private final FactWords factWords;
  private final RulingsStory rulings;
  private final String node;
  private final Person reader;
  private final Instant now;
  private final Map<String, String> desks;

  /**
   * @param reader the person at the browser
   * @param desks names of police desks by id, as far as they are known
   */
  CaseEvents(Words words, String node, Person reader, Instant now, Map<String, String> desks) {
    this.words = words;
    this.factWords = new FactWords(words, now);
    this.rulings = new RulingsStory(words, reader, now);
    this.node = node;
    this.reader = reader;
    this.now = now;
    this.desks = desks;
  }

  /** The events, the newest first. */
  List<CasePage.Entry> of(JsonNode found) {
    boolean ended = Decision.standing(found).equals("ENDED");
    Stream<CasePage.Entry> reports =
        found.path("reports").valueStream().map(report -> report(found, report, ended));
    Stream<CasePage.Entry> sightings = found.path("sightings").valueStream().map(this::sighting);
    boolean isOurs = Decision.isOurs(found, node);
    Stream<CasePage.Entry> news =
        found.path("timeline").valueStream().map(event -> happening(event, isOurs));
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
  FactWords factWords(JsonNode found) {
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
        CaseStory.ID.matcher(desk).matches()
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

  /** At a node that holds the case of another one, its own people make those changes. */
  private CasePage.Entry happening(JsonNode event, boolean isOurs) {
    String type = event.path("type").asString("");
    String known = type.replaceFirst("[.]v[0-9]+$", "");
    String by =
        isOurs && PARTNERS.contains(known) ? said(event, words.say("person.partner")) : by(event);
    return new CasePage.Entry(
        at(event), words.code("happening", known), by, List.of(), "", place(event));
  }

  /** Where a person goes on with it. */
  private List<CasePage.Link> place(JsonNode event) {
    String subject = event.path("subject").asString("");
    String id = subject.substring(subject.indexOf('/') + 1);
    if (subject.startsWith("handover/") && reader.isAtHandovers()) {
      return List.of(new CasePage.Link(words.say("story.handover"), "/handovers/" + id));
    }
    return subject.startsWith("alert/") && reader.isOnAlerts()
        ? List.of(new CasePage.Link(words.say("story.alert"), "/alerts/" + id))
        : List.of();
  }

  private String by(JsonNode of) {
    String by = of.path("by").asString("");
    String type = of.path("type").asString("");
    boolean ofDesk =
        type.startsWith(CaseStory.POLICE) && !type.startsWith(CaseStory.POLICE + "unanswered");
    return said(
        of,
        ofDesk
            ? desks.getOrDefault(by, words.say("person.police"))
            : words.person(by, reader.id()));
  }

  private String said(JsonNode of, String who) {
    return FactWords.instant(of.path("at"))
        .map(at -> words.say("story.by", who, dated(at)))
        .orElse(who);
  }

  String dated(Instant at) {
    return words.when(at, now) + " (" + words.away(at, now) + ")";
  }

  static String decide(JsonNode found, JsonNode report) {
    return place(found, report) + "/release";
  }

  private static String place(JsonNode found, JsonNode report) {
    return "/cases/" + found.path("id").asString("") + "/reports/" + report.path("id").asString("");
  }
}
