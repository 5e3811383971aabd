package org.homeward.console.risk;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says questions, proposals and assessments as the API has them. */
public final class RiskStory {

  private static final List<String> GRAVEST_FIRST = List.of("HIGH", "MEDIUM", "LOW", "NO_APPARENT");
  private static final Set<String> REASONS = Set.of("YES", "UNKNOWN");

  private final Words words;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person at the browser
   */
  public RiskStory(Words words, String reader, Instant now) {
    this.words = words;
    this.reader = reader;
    this.now = now;
  }

  /** The last decision on the risk of a case and its review; empty before anybody decided. */
  public String newest(JsonNode found) {
    JsonNode newest = found.path("assessments").path(0);
    return newest.isMissingNode() ? "" : made(newest) + " " + review(newest);
  }

  List<RiskPage.Group> groups(JsonNode questions, Map<String, String> form) {
    Map<String, List<JsonNode>> byGroup = new LinkedHashMap<>();
    for (JsonNode each : questions.path("questions")) {
      byGroup.computeIfAbsent(each.path("group").asString(""), _ -> new ArrayList<>()).add(each);
    }
    List<RiskPage.Group> groups = new ArrayList<>();
    byGroup.forEach(
        (code, all) ->
            groups.add(
                new RiskPage.Group(
                    code,
                    all.getFirst().path("source").path("document").asString(""),
                    all.stream().map(each -> question(each, code, form)).toList())));
    return groups;
  }

  private RiskPage.Question question(JsonNode found, String group, Map<String, String> form) {
    String code = found.path("question").asString("");
    return new RiskPage.Question(
        code,
        text(found.path("ask")),
        RiskForm.answer(form, code),
        group.equals("CALL_HANDLER"),
        RiskForm.note(form, code),
        RiskForm.from(form, code),
        RiskForm.isConfidant(form, code),
        RiskForm.said(form, code));
  }

  RiskPage.Proposal proposal(JsonNode proposed, JsonNode questions) {
    Map<String, String> asks = asks(questions);
    List<RiskPage.Line> all = new ArrayList<>();
    for (JsonNode line : proposed.path("lines")) {
      String code = line.path("question").asString("");
      all.add(
          new RiskPage.Line(
              asks.getOrDefault(code, code),
              line.path("answer").asString(""),
              line.path("level").asString(""),
              text(line.path("reason")),
              source(line.path("source"))));
    }
    List<RiskPage.Line> reasons =
        all.stream()
            .filter(line -> REASONS.contains(line.answer()))
            .sorted(
                comparing(RiskPage.Line::answer, Comparator.reverseOrder())
                    .thenComparing(line -> GRAVEST_FIRST.indexOf(line.level())))
            .toList();
    long notAsked = all.stream().filter(it -> it.answer().equals(RiskForm.NOT_ASKED)).count();
    return new RiskPage.Proposal(
        proposed.path("level").asString(""),
        proposed.path("category").asString(""),
        reasons,
        (int) notAsked,
        all);
  }

  private static String source(JsonNode source) {
    return source.path("document").asString("") + ", " + source.path("section").asString("");
  }

  private Map<String, String> asks(JsonNode questions) {
    Map<String, String> asks = new LinkedHashMap<>();
    questions
        .path("questions")
        .forEach(each -> asks.put(each.path("question").asString(""), text(each.path("ask"))));
    return asks;
  }

  private String text(JsonNode byLanguage) {
    return byLanguage.path(words.language().tag()).asString("");
  }

  /** On which an assessment can rest. */
  List<RiskPage.Choice> reports(JsonNode found) {
    return choices(found, each -> each.path("fits").asBoolean(false));
  }

  /** A report that leaves could take along what a held one says. */
  List<RiskPage.Choice> sources(JsonNode found) {
    return found.path("reports").size() < 2
        ? List.of()
        : choices(found, each -> each.path("held").asBoolean(false));
  }

  private List<RiskPage.Choice> choices(JsonNode found, Predicate<JsonNode> which) {
    return found.path("reports").valueStream().filter(which).map(this::choice).toList();
  }

  private RiskPage.Choice choice(JsonNode report) {
    String held = report.path("held").asBoolean(true) ? "held" : "released";
    return new RiskPage.Choice(
        report.path("report").asString(""),
        words.say(
            "risk.report." + held,
            FactWords.instant(report.path("at")).map(at -> words.when(at, now)).orElse("")));
  }

  List<RiskPage.Earlier> earlier(JsonNode found, JsonNode questions) {
    Map<String, String> asks = asks(questions);
    return found.path("assessments").valueStream().map(each -> earlier(each, asks)).toList();
  }

  private RiskPage.Earlier earlier(JsonNode it, Map<String, String> asks) {
    JsonNode proposal = it.path("proposal");
    boolean isOther =
        !proposal.path("level").equals(it.path("level"))
            || !proposal.path("category").equals(it.path("category"));
    return new RiskPage.Earlier(
        it.path("level").asString(""),
        it.path("category").asString(""),
        made(it),
        isOther
            ? words.say(
                "risk.proposed.other",
                words.code("risk", proposal.path("level").asString("")),
                words.code("assessedCategory", proposal.path("category").asString("")))
            : "",
        it.path("reason").asString(""),
        review(it),
        notes(it),
        it.path("answers").valueStream().map(each -> answered(each, asks)).toList());
  }

  /** What was recorded last, and whether its report says it by now. */
  public String done(JsonNode found) {
    JsonNode newest = found.path("assessments").path(0);
    String recorded =
        words.say(
            "risk.done",
            words.code("risk", newest.path("level").asString("")),
            words.code("assessedCategory", newest.path("category").asString("")));
    return Stream.concat(Stream.of(recorded), written(newest).stream()).collect(joining(" "));
  }

  /** What the reports of a case state now; empty where they state neither. */
  String said(JsonNode facts) {
    String said =
        Stream.of(
                facts.path("risk").has("level")
                    ? words.code("risk", facts.at("/risk/level").asString(""))
                    : "",
                facts.has("category")
                    ? words.code("Category", facts.path("category").asString(""))
                    : "")
            .filter(part -> !part.isEmpty())
            .collect(joining(", "));
    return said.isEmpty() ? "" : words.say("risk.said", said);
  }

  private List<String> notes(JsonNode it) {
    List<String> notes = new ArrayList<>();
    it.path("stays").forEach(part -> notes.add(words.say("risk.stays." + part.asString(""))));
    written(it).ifPresent(notes::add);
    return notes;
  }

  private Optional<String> written(JsonNode it) {
    return Optional.of(it.path("written").asString(""))
        .filter(written -> !written.isEmpty() && !written.equals("DONE"))
        .map(written -> words.code("written", written));
  }

  private String answered(JsonNode each, Map<String, String> asks) {
    String code = each.path("question").asString("");
    String note = each.path("note").asString("");
    String confidant = each.path("confidant").asBoolean(false) ? words.say("risk.confided") : "";
    return asks.getOrDefault(code, code)
        + " "
        + words.code("reply", each.path("answer").asString(""))
        + Optional.of(note).filter(it -> !it.isEmpty()).map(it -> ": " + it).orElse("")
        + (confidant.isEmpty() ? "" : " (" + confidant + ")");
  }

  private String made(JsonNode it) {
    return words.say(
        "risk.made", words.person(it.path("by").asString(""), reader), dated(it.path("at")));
  }

  private String review(JsonNode it) {
    return FactWords.instant(it.path("reviewAt"))
        .map(
            at ->
                words.say(
                    at.isBefore(now) ? "risk.review.overdue" : "risk.review", words.due(at, now)))
        .orElse("");
  }

  private String dated(JsonNode at) {
    return FactWords.instant(at).map(it -> words.dated(it, now)).orElse("");
  }
}
