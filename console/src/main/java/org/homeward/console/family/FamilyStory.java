package org.homeward.console.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.console.steps.StepLink;
import org.homeward.console.steps.StepPage;
import tools.jackson.databind.JsonNode;

/** Says what is written down about a family, as the API has it. */
final class FamilyStory {

  private static final String NEXT_CALL = "{nextCall}";
  private static final String HOTLINE = "{hotline}";

  /** More are in the record, and nobody needs them to call again. */
  private static final int ATTEMPTS = 5;

  private final Words words;
  private final Person reader;
  private final String caseId;
  private final Instant now;

  /**
   * @param reader the person at the browser
   */
  FamilyStory(Words words, Person reader, String caseId, Instant now) {
    this.words = words;
    this.reader = reader;
    this.caseId = caseId;
    this.now = now;
  }

  /**
   * @param ours whether this node speaks to the family
   */
  List<FamilyPage.Contact> contacts(JsonNode family, boolean ours) {
    return family.path("contacts").valueStream().map(each -> contact(family, each, ours)).toList();
  }

  private FamilyPage.Contact contact(JsonNode family, JsonNode contact, boolean ours) {
    String about = "?contact=" + contact.path("contact").asString("");
    boolean isOver = contact.has("over");
    boolean mayHear = !contact.path("mayHear").isEmpty();
    List<StepLink> steps = new ArrayList<>();
    if (ours && mayHear) {
      add(steps, FamilyStep.TELL, about);
    }
    if (ours && !isOver) {
      add(steps, FamilyStep.MISSED, about);
      add(steps, FamilyStep.NEXT, about);
    }
    if (ours) {
      add(steps, FamilyStep.KEEP, about);
    }
    if (ours && !isOver) {
      add(steps, FamilyStep.NUMBER, about);
      add(steps, FamilyStep.OVER, about);
    }
    JsonNode next = contact.path("next");
    return new FamilyPage.Contact(
        who(contact),
        contact.path("number").asString(""),
        lines(contact),
        contact.path("mustNotLearn").asString(""),
        next.isMissingNode() ? "" : next(next),
        next.path("overdue").asBoolean(false),
        isOver ? word("family.over", contact.path("over")) : "",
        mayHear,
        contact
            .path("unmet")
            .valueStream()
            .map(each -> words.code("familyRule", each.asString("")))
            .toList(),
        contact.path("told").valueStream().map(each -> told(family, each, about, ours)).toList(),
        contact.path("attempts").valueStream().limit(ATTEMPTS).map(this::attempt).toList(),
        steps);
  }

  private String attempt(JsonNode attempt) {
    return words.code("missedCall", attempt.path("how").asString("")) + " · " + by(attempt);
  }

  private void add(List<StepLink> steps, FamilyStep step, String about) {
    if (step.isOpenTo(reader)) {
      steps.add(step.link(words, caseId, about));
    }
  }

  /** What this person may do about the family as a whole. */
  List<StepLink> steps(boolean ours) {
    List<StepLink> steps = new ArrayList<>();
    if (ours) {
      add(steps, FamilyStep.ADD, "");
    }
    return steps;
  }

  /** One of the people; a missing node where there is none of this id. */
  static JsonNode contact(JsonNode family, String id) {
    return family
        .path("contacts")
        .valueStream()
        .filter(each -> each.path("contact").asString("").equals(id))
        .findFirst()
        .orElse(family.path("contacts").path(-1));
  }

  String who(JsonNode contact) {
    return Stream.of(
            contact.path("name").asString(""),
            words.code("ReporterRelation", contact.path("relation").asString("")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private List<String> lines(JsonNode contact) {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.say(
            "family.spokenTo",
            words.code("familyLanguage", contact.path("language").asString(""))));
    if (!contact.has("report")) {
      lines.add(words.say("family.noReport"));
    }
    if (contact.has("renumbered")) {
      lines.add(word("family.renumbered", contact.path("renumbered")));
    }
    return lines;
  }

  private String next(JsonNode next) {
    String owner = words.person(next.path("owner").asString(""), reader.id());
    return FactWords.instant(next.path("due"))
        .map(at -> words.say("family.next", words.due(at, now), owner))
        .orElse(owner);
  }

  private String word(String key, JsonNode of) {
    return String.join(" · ", words.say(key), of.path("reason").asString(""), by(of));
  }

  private String by(JsonNode of) {
    String who = words.person(of.path("by").asString(""), reader.id());
    return FactWords.instant(of.path("at"))
        .map(at -> words.say("family.by", who, words.dated(at, now)))
        .orElse(who);
  }

  private FamilyPage.Told told(JsonNode family, JsonNode told, String about, boolean ours) {
    String how = told.path("how").asString("");
    String what =
        Stream.of(
                sentence(family, told.path("sentence").asString("")),
                how.isEmpty() ? words.say("family.unsettled") : words.code("howTold", how),
                by(told))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    List<StepLink> steps = new ArrayList<>();
    if (ours && how.isEmpty()) {
      add(steps, FamilyStep.OUTCOME, about + "&update=" + told.path("update").asString(""));
    }
    return new FamilyPage.Told(what, told.path("text").asString(""), steps);
  }

  /** In the reader's language; one of an earlier list by its code. */
  private String sentence(JsonNode family, String code) {
    return family
        .path("sentences")
        .valueStream()
        .filter(each -> each.path("sentence").asString("").equals(code))
        .findFirst()
        .map(this::sentence)
        .orElse(code);
  }

  private String sentence(JsonNode sentence) {
    String tag = words.language().tag();
    return sentence
        .path("say")
        .path(tag)
        .asString("")
        .replace(NEXT_CALL, words.say("family.nextCall"))
        .replace(HOTLINE, "116 000");
  }

  /** What this person may hear now, in the reader's language. */
  List<StepPage.Option> mayHear(JsonNode family, JsonNode contact) {
    List<String> codes =
        contact.path("mayHear").valueStream().map(each -> each.asString("")).toList();
    return family
        .path("sentences")
        .valueStream()
        .filter(each -> codes.contains(each.path("sentence").asString("")))
        .map(each -> new StepPage.Option(each.path("sentence").asString(""), sentence(each)))
        .toList();
  }

  /** The calls of the case, as far as the reader may know who called. */
  List<StepPage.Option> reports(JsonNode found) {
    return found
        .path("reports")
        .valueStream()
        .map(each -> new StepPage.Option(each.path("id").asString(""), caller(each)))
        .filter(each -> !each.text().isEmpty())
        .toList();
  }

  private String caller(JsonNode report) {
    JsonNode caller = report.path("says").path("reporter");
    String relation = caller.path("relation").asString("");
    Optional<String> at =
        FactWords.instant(report.path("at"))
            .map(it -> words.say("family.called", words.dated(it, now)));
    return Stream.of(
            caller.path("name").path("full").asString(""),
            relation.isEmpty() ? "" : words.code("ReporterRelation", relation),
            at.orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
