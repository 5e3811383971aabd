package org.homeward.console.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.console.pages.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the request of a filled form. It judges nothing that the API judges too: what it cannot
 * write as the API asks, it writes as it was typed, and the API names the field.
 */
final class ReportBody {

  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:\\s*[-–]\\s*(\\d{1,3}))?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Typed typed;
  private final Language language;
  private final ZoneId zone;
  private final ObjectNode body = NODES.objectNode();

  /** What only this page asks for, by field, as rules of the API are named. */
  private final Map<String, String> missing = new LinkedHashMap<>();

  /**
   * @param language in which free text is typed
   * @param zone in which times are typed
   */
  private ReportBody(Typed typed, Language language, ZoneId zone) {
    this.typed = typed;
    this.language = language;
    this.zone = zone;
  }

  /**
   * A request, or what must be answered before there is one.
   *
   * @param missing by field; empty when the request can be sent
   */
  record Written(ObjectNode body, Map<String, String> missing) {}

  static Written of(Typed typed, Language language, ZoneId zone) {
    var writer = new ReportBody(typed, language, zone);
    writer.write();
    return new Written(writer.body, writer.missing);
  }

  private void write() {
    body.put("exercise", typed.has("exercise", "true"));
    String channel = typed.of("channel");
    if (channel.isEmpty()) {
      missing.put("channel", "required");
    } else {
      body.put("channel", channel);
    }
    String danger = typed.of(IntakeForm.DANGER);
    if (danger.isEmpty()) {
      missing.put(IntakeForm.DANGER, "required");
    }
    body.putObject("says");
    body.putArray("newChildren").addObject();
    for (FormSection section : IntakeForm.SECTIONS) {
      section.groups().forEach(this::write);
    }
    risk(danger);
    lastSeenZone();
    if (!typed.of(HttpJoins.CASE).isEmpty()) {
      child();
    }
  }

  /** A joining report is about one child of the case, about another one, or about none. */
  private void child() {
    JsonNode facts = body.path("newChildren").path(0);
    String about = typed.of(HttpJoins.ABOUT);
    if (about.equals(HttpJoins.ANOTHER)) {
      return;
    }
    body.remove("newChildren");
    if (facts.isEmpty()) {
      return;
    }
    if (about.isEmpty()) {
      missing.put(HttpJoins.ABOUT, "required");
    } else {
      ((ObjectNode) body.path("says")).withObjectProperty("children").set(about, facts);
    }
  }

  private void write(QuestionGroup group) {
    boolean stated = false;
    for (Question question : group.questions()) {
      Optional<JsonNode> value = value(question);
      value.ifPresent(node -> put(question.pointer(), node));
      stated |= value.isPresent();
    }
    String answer = group.answer(typed);
    if (!stated && group.canBeUnknown() && !answer.isEmpty()) {
      put(group.answer(), NODES.stringNode(answer));
    }
  }

  /** A child in danger is a high risk, whatever else is known; "no" and "not known" state none. */
  private void risk(String danger) {
    ObjectNode says = (ObjectNode) body.path("says");
    boolean hasCriteria = says.path("risk").path("criteria").size() > 0;
    if (danger.equals("YES") || hasCriteria) {
      says.withObjectProperty("risk").put("level", "HIGH");
    } else if (danger.equals("UNKNOWN") && !says.path("answers").has("risk")) {
      says.withObjectProperty("answers").put("risk", "UNKNOWN");
    }
    if (says.has("risk") && says.path("answers") instanceof ObjectNode answers) {
      answers.remove("risk");
    }
  }

  /** People read the time as the clock showed it there. */
  private void lastSeenZone() {
    if (body.path("says").path("lastSeen") instanceof ObjectNode seen && seen.has("at")) {
      seen.put("zone", zone.getId());
    }
  }

  private Optional<JsonNode> value(Question question) {
    String given = typed.of(question.name());
    if (question.kind() == Question.Kind.SOME_OF) {
      List<String> codes = typed.all(question.name());
      var array = NODES.arrayNode();
      codes.forEach(array::add);
      return codes.isEmpty() ? Optional.empty() : Optional.of(array);
    }
    if (given.isEmpty() || question.isUnanswered(given)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (question.kind()) {
          case LINE, ONE_OF -> NODES.stringNode(given);
          case TEXT -> text(typed.raw(question.name()));
          case PHONE ->
              NODES.stringNode(given.replaceAll("[\\s()/.-]", "").replaceFirst("^00", "+"));
          case COUNTRY -> NODES.stringNode(given.toUpperCase(Locale.ROOT));
          case NAME -> name(given);
          case NUMBER -> number(given);
          case RANGE -> range(given);
          case LOCAL_TIME -> time(given);
          case YES_NO -> NODES.booleanNode(given.equals("YES"));
          case SOME_OF -> throw new IllegalStateException("is written above");
        });
  }

  private JsonNode text(String raw) {
    return NODES.objectNode().put("language", language.tag()).put("text", lines(raw));
  }

  /** Browsers end lines with both. */
  private static String lines(String raw) {
    return raw.strip().replace("\r\n", "\n").replace('\r', '\n');
  }

  private static JsonNode name(String given) {
    return NODES.objectNode().put("full", given).put("script", script(given)).put("kind", "NATIVE");
  }

  /** The script of its first letter; people type a name in one. */
  private static String script(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character.UnicodeScript::of)
        .findFirst()
        .map(
            script ->
                switch (script) {
                  case CYRILLIC -> "Cyrl";
                  case GREEK -> "Grek";
                  case ARABIC -> "Arab";
                  default -> "Latn";
                })
        .orElse("Latn");
  }

  private static JsonNode number(String given) {
    return WHOLE.matcher(given).matches()
        ? NODES.numberNode(Integer.parseInt(given))
        : NODES.stringNode(given);
  }

  private static JsonNode range(String given) {
    Matcher range = RANGE.matcher(given);
    if (!range.matches()) {
      return NODES.stringNode(given);
    }
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
    return NODES.objectNode().put("from", from).put("to", to);
  }

  private JsonNode time(String given) {
    try {
      return NODES.stringNode(LocalDateTime.parse(given).atZone(zone).toInstant().toString());
    } catch (DateTimeException asTyped) {
      return NODES.stringNode(given);
    }
  }

  /** Puts a value at its pointer and makes what is around it. */
  private void put(String pointer, JsonNode value) {
    List<String> names = new ArrayList<>(List.of(pointer.substring(1).split("/")));
    String last = names.removeLast();
    JsonNode at = body;
    for (int i = 0; i < names.size(); i++) {
      boolean isList = i + 1 < names.size() ? isIndex(names.get(i + 1)) : isIndex(last);
      at = at instanceof ObjectNode object ? child(object, names.get(i), isList) : at.path(0);
      if (isList && at.isEmpty() && i + 1 < names.size()) {
        ((ArrayNode) at).addObject();
      }
    }
    if (at instanceof ObjectNode object) {
      object.set(last, value);
    } else if (at instanceof ArrayNode array) {
      array.add(value);
    }
  }

  private static JsonNode child(ObjectNode object, String name, boolean isList) {
    return isList ? object.withArrayProperty(name) : object.withObjectProperty(name);
  }

  private static boolean isIndex(String name) {
    return name.equals("0");
  }
}
