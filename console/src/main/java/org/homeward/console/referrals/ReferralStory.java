package org.homeward.console.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says referrals as the API has them. */
final class ReferralStory {

  private static final String SERVICE = "service";

  private final Words words;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person at the browser
   */
  ReferralStory(Words words, String reader, Instant now) {
    this.words = words;
    this.reader = reader;
    this.now = now;
  }

  List<ReferralLine> lines(JsonNode list) {
    return list.path("referrals").valueStream().map(this::line).toList();
  }

  ReferralLine line(JsonNode found) {
    return new ReferralLine(
        found.path("referral").asString(""),
        found.path("careFile").asString(""),
        found.path("reference").asString(""),
        words.code("SupportService", found.path(SERVICE).asString("")),
        found.path("name").asString(""),
        found.path("stage").asString(""),
        FactWords.instant(found.path("due")).map(at -> words.due(at, now)).orElse(""),
        found.path("overdue").asBoolean(false),
        words.person(found.path("owner").asString(""), reader),
        found.path("exercise").asBoolean(false));
  }

  List<ReferralsPage.Plan> plans(JsonNode list) {
    return list.path("plans")
        .valueStream()
        .map(
            each ->
                new ReferralsPage.Plan(
                    each.path("careFile").asString(""),
                    words.say(
                        "support.review",
                        FactWords.instant(each.path("reviewBy"))
                            .map(at -> words.due(at, now))
                            .orElse(""),
                        words.person(each.path("by").asString(""), reader)),
                    each.path("overdue").asBoolean(false)))
        .toList();
  }

  /** Each field that the provider gets, and none that it does not. */
  List<ReferralPage.Entry> sheet(JsonNode sheet) {
    List<ReferralPage.Entry> entries = new ArrayList<>();
    sheet.properties().forEach(each -> entries.add(entry(each.getKey(), each.getValue())));
    return entries;
  }

  private ReferralPage.Entry entry(String field, JsonNode value) {
    String said =
        switch (field) {
          case SERVICE -> words.code("SupportService", value.asString(""));
          case "age" -> words.code("personAge", value.asString(""));
          case "language" -> words.languageName(value.asString(""));
          default -> value.asString("");
        };
    return new ReferralPage.Entry(words.say("referrals.sheet." + field), said);
  }

  List<String> shared(JsonNode sheet) {
    List<String> shared = new ArrayList<>();
    add(shared, sheet, "name", "NAME");
    add(shared, sheet, "bornIn", "BORN_IN");
    add(shared, sheet, "language", "LANGUAGE");
    add(shared, sheet, "contact", "CONTACT");
    return shared;
  }

  private static void add(List<String> shared, JsonNode sheet, String field, String code) {
    if (sheet.has(field)) {
      shared.add(code);
    }
  }

  List<String> steps(JsonNode found) {
    return found.path("steps").valueStream().map(this::step).toList();
  }

  private String step(JsonNode it) {
    var said = new StringBuilder(words.code("referralStage", it.path("stage").asString("")));
    for (String field : List.of("ground", "how", "reason")) {
      if (it.has(field)) {
        said.append(" · ").append(words.code(list(field), it.path(field).asString("")));
      }
    }
    if (it.has("note")) {
      said.append(": ").append(it.path("note").asString(""));
    }
    return words.say(
        "referrals.step",
        said,
        words.person(it.path("by").asString(""), reader),
        FactWords.instant(it.path("at")).map(at -> words.dated(at, now)).orElse(""));
  }

  private static String list(String field) {
    return switch (field) {
      case "ground" -> "ground";
      case "how" -> "referralHow";
      default -> "referralReason";
    };
  }
}
