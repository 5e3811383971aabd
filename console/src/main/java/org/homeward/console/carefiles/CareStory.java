package org.homeward.console.carefiles;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says care files and screenings as the API has them. */
final class CareStory {

  private final Words words;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person at the browser
   */
  CareStory(Words words, String reader, Instant now) {
    this.words = words;
    this.reader = reader;
    this.now = now;
  }

  CareFilesPage.Line line(JsonNode found) {
    boolean open = found.path("open").asBoolean(false);
    int openings = found.path("openings").asInt(0);
    return new CareFilesPage.Line(
        found.path("careFile").asString(""),
        open ? who(found) : "",
        open,
        found.path("exercise").asBoolean(false),
        found.path("finding").asString(""),
        forms(found.path("forms")),
        words.say("care.opened", person(found.path("openedBy")), dated(found.path("openedAt"))),
        members(found),
        openings > 0 ? words.count("care.openings", openings) : "",
        toErase(found));
  }

  /** A name, or that there is none yet. */
  private String who(JsonNode about) {
    String name = about.path("name").asString("");
    String age = words.code("personAge", about.path("age").asString(""));
    return name.isEmpty() ? words.say("care.nameless", age) : name;
  }

  String whoOf(JsonNode file) {
    return who(file.path("about"));
  }

  String members(JsonNode file) {
    return file.path("members")
        .valueStream()
        .map(each -> words.person(each.asString(""), reader))
        .collect(joining(", "));
  }

  String toErase(JsonNode file) {
    JsonNode word = file.path("toErase");
    return word.isMissingNode()
        ? ""
        : words.say(
            word.path("officer").asBoolean(false)
                ? "care.erase.member.follows"
                : "care.erase.officer.follows",
            person(word.path("by")),
            words.code("eraseReason", word.path("reason").asString("")));
  }

  private String forms(JsonNode forms) {
    return forms
        .valueStream()
        .map(each -> words.code("exploitation", each.asString("")))
        .collect(joining(", "));
  }

  List<CareFilePage.Earlier> screenings(JsonNode file, Map<String, String> asks) {
    return file.path("screenings").valueStream().map(each -> screening(each, asks)).toList();
  }

  private CareFilePage.Earlier screening(JsonNode it, Map<String, String> asks) {
    String proposed = it.at("/proposal/finding").asString("");
    String finding = it.path("finding").asString("");
    return new CareFilePage.Earlier(
        finding,
        it.path("forms")
            .valueStream()
            .map(each -> words.code("exploitation", each.path("form").asString("")))
            .collect(joining(", ")),
        words.say("care.decided", person(it.path("by")), dated(it.path("at"))),
        proposed.equals(finding)
            ? ""
            : words.say("care.proposed.other", words.code("finding", proposed)),
        it.path("reason").asString(""),
        it.path("answers").valueStream().map(each -> answered(each, asks)).toList());
  }

  private String answered(JsonNode each, Map<String, String> asks) {
    String code = each.path("indicator").asString("");
    String note = each.path("note").asString("");
    String saidBy = each.path("saidBy").asString("");
    return asks.getOrDefault(code, code)
        + " "
        + words.code("reply", each.path("answer").asString(""))
        + (saidBy.isEmpty() ? "" : " (" + words.codeInText("saidBy", saidBy) + ")")
        + (note.isEmpty() ? "" : ": " + note);
  }

  List<String> consents(JsonNode file) {
    return file.path("consents").valueStream().map(this::consent).toList();
  }

  private String consent(JsonNode it) {
    String to =
        it.path("to")
            .valueStream()
            .map(each -> words.code("office", each.asString("")))
            .collect(joining(", "));
    String how = words.code("consentHow", it.path("how").asString(""));
    return to.isEmpty()
        ? words.say("care.consent.none", how, person(it.path("by")), dated(it.path("at")))
        : words.say("care.consent.to", to, how, person(it.path("by")), dated(it.path("at")));
  }

  List<CareFilePage.Told> passedOn(JsonNode file) {
    return file.path("passedOn").valueStream().map(this::told).toList();
  }

  private CareFilePage.Told told(JsonNode it) {
    return new CareFilePage.Told(
        words.code("office", it.path("to").asString("")) + ", " + it.path("name").asString(""),
        it.path("what").asString(""),
        words.code("ground", it.path("ground").asString("")),
        it.path("reason").asString(""),
        words.say("care.decided", person(it.path("by")), dated(it.path("at"))));
  }

  List<String> openings(JsonNode file) {
    return file.path("openings")
        .valueStream()
        .map(
            it ->
                words.say(
                    "care.opening",
                    person(it.path("by")),
                    dated(it.path("at")),
                    words.code("glass", it.path("code").asString("")),
                    it.path("words").asString("")))
        .toList();
  }

  List<CareFilePage.Linked> links(JsonNode file, String node) {
    return file.path("links")
        .valueStream()
        .map(
            it ->
                new CareFilePage.Linked(
                    it.path("case").asString(""),
                    CaseWords.code(node, it.path("case").asString("")),
                    words.say("care.linked", person(it.path("by")), dated(it.path("at")))))
        .toList();
  }

  /** The wording of each indicator, in the reader's language. */
  Map<String, String> asks(JsonNode indicators) {
    Map<String, String> asks = new LinkedHashMap<>();
    indicators
        .path("indicators")
        .forEach(each -> asks.put(each.path("indicator").asString(""), text(each.path("ask"))));
    return asks;
  }

  List<ScreenPage.Group> groups(JsonNode indicators, String age, Map<String, String> form) {
    Map<String, List<ScreenPage.Question>> groups = new LinkedHashMap<>();
    indicators
        .path("indicators")
        .valueStream()
        .filter(each -> isAskedOf(each, age))
        .forEach(
            each ->
                groups
                    .computeIfAbsent(each.path("element").asString(""), _ -> new ArrayList<>())
                    .add(question(each, form)));
    return opened(groups);
  }

  /** The first with a question that nobody has asked is open, and what lacks a source. */
  private static List<ScreenPage.Group> opened(Map<String, List<ScreenPage.Question>> groups) {
    List<ScreenPage.Group> all = new ArrayList<>();
    boolean isNextFound = false;
    for (var group : groups.entrySet()) {
      List<ScreenPage.Question> questions = group.getValue();
      boolean isNext =
          !isNextFound && !questions.stream().allMatch(ScreenPage.Question::isAnswered);
      boolean lacks = questions.stream().anyMatch(ScreenPage.Question::lacksItsSource);
      all.add(new ScreenPage.Group(group.getKey(), questions, isNext || lacks));
      isNextFound |= isNext;
    }
    return all;
  }

  static boolean isAskedOf(JsonNode indicator, String age) {
    return indicator.path("of").valueStream().anyMatch(each -> each.asString("").equals(age));
  }

  private ScreenPage.Question question(JsonNode it, Map<String, String> form) {
    String code = it.path("indicator").asString("");
    return new ScreenPage.Question(
        code,
        text(it.path("ask")),
        it.at("/source/document").asString("") + ", " + it.at("/source/section").asString(""),
        CareForm.answer(form, code),
        CareForm.saidBy(form, code),
        CareForm.note(form, code));
  }

  ScreenPage.Proposal proposal(JsonNode proposed, Map<String, String> asks) {
    List<ScreenPage.Line> all =
        proposed.path("lines").valueStream().map(each -> proposalLine(each, asks)).toList();
    return new ScreenPage.Proposal(
        proposed.path("finding").asString(""),
        forms(proposed.path("forms")),
        all.stream().filter(line -> line.weighs().equals("SHOWS")).toList(),
        (int) all.stream().filter(line -> line.answer().equals(CareForm.NOT_ASKED)).count(),
        all);
  }

  private ScreenPage.Line proposalLine(JsonNode it, Map<String, String> asks) {
    String code = it.path("indicator").asString("");
    return new ScreenPage.Line(
        asks.getOrDefault(code, code),
        it.path("answer").asString(""),
        it.path("weighs").asString(""),
        text(it.path("reason")));
  }

  private String text(JsonNode byLanguage) {
    return byLanguage.path(words.language().tag()).asString("");
  }

  private String person(JsonNode id) {
    return words.person(id.asString(""), reader);
  }

  private String dated(JsonNode at) {
    return Optional.of(at).flatMap(FactWords::instant).map(it -> words.dated(it, now)).orElse("");
  }
}
