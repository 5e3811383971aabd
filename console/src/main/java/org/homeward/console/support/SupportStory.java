package org.homeward.console.support;

import java.time.Instant;
import java.util.List;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says support as the API has it. */
final class SupportStory {

  private static final String MAY_BEGIN = "MAY_BEGIN";

  private final Words words;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person at the browser
   */
  SupportStory(Words words, String reader, Instant now) {
    this.words = words;
    this.reader = reader;
    this.now = now;
  }

  String review(JsonNode plan) {
    return plan.isMissingNode()
        ? ""
        : words.say(
            "support.review",
            FactWords.instant(plan.path("reviewBy")).map(at -> words.due(at, now)).orElse(""),
            person(plan.path("by")));
  }

  List<SupportPage.Need> needs(JsonNode support) {
    boolean asksParents = support.path("parentsAreAsked").asBoolean(false);
    return support.path("needs").valueStream().map(each -> need(each, asksParents)).toList();
  }

  private SupportPage.Need need(JsonNode it, boolean asksParents) {
    String missing = it.path("mayBegin").asString(MAY_BEGIN);
    return new SupportPage.Need(
        it.path("need").asString(""),
        words.say(
            "support.need",
            words.code("supportWhom", it.path("whom").asString("")),
            words.codeInText("SupportService", it.path("service").asString("")),
            it.path("bornIn").asString("")),
        it.path("note").asString(""),
        missing.equals(MAY_BEGIN) ? "" : words.code("supportMissing", missing),
        it.path("law").asString(""),
        from(it, asksParents),
        it.path("words").valueStream().map(this::word).toList(),
        it.path("services").valueStream().map(this::given).toList(),
        made(it));
  }

  /** Whoever is never asked is not offered. */
  private static List<String> from(JsonNode need, boolean asksParents) {
    String whom = need.path("whom").asString("");
    boolean ofChild = whom.equals("CHILD") || whom.equals("SIBLING");
    if (!ofChild || need.path("service").asString("").equals("COUNSELLING")) {
      return List.of("SELF");
    }
    return asksParents
        ? List.of("SELF", "PARENT", "GUARDIAN", "SOCIAL_WORK")
        : List.of("SELF", "SOCIAL_WORK"); // upholds 6
  }

  private String word(JsonNode it) {
    return words.say(
        it.path("agrees").asBoolean(false) ? "support.word.yes" : "support.word.no",
        words.code("supportFrom", it.path("from").asString("")),
        words.codeInText("consentHow", it.path("how").asString("")),
        made(it));
  }

  private SupportPage.Given given(JsonNode it) {
    String name = it.path("name").asString("");
    String stage = it.path("stage").asString("");
    return new SupportPage.Given(
        it.path("service").asString(""),
        name.isEmpty() ? words.say("support.ourselves") : name,
        stage,
        it.has("cost")
            ? words.say(
                "support.cost", it.path("cost").asString(""), it.path("currency").asString(""))
            : "",
        it.path("note").asString(""),
        made(it),
        switch (stage) {
          case "OFFERED" -> List.of("BEGUN", "DECLINED");
          case "BEGUN" -> List.of("DONE", "DECLINED");
          default -> List.of();
        });
  }

  private String made(JsonNode it) {
    return words.say(
        "support.made",
        person(it.path("by")),
        FactWords.instant(it.path("at")).map(at -> words.dated(at, now)).orElse(""));
  }

  private String person(JsonNode id) {
    return words.person(id.asString(""), reader);
  }
}
