package org.homeward.console.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.pages.Language;
import org.homeward.schema.people.Garment;
import org.homeward.schema.people.MarkKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the request of a filled form. */
final class ReportBody {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String UNKNOWN = "UNKNOWN";

  private final Typed typed;
  private final AnswerValue values;
  private final ZoneId zone;
  private final ObjectNode body = NODES.objectNode();

  /** Rules that only this page has, by field, named as the API names its own. */
  private final Map<String, String> missing = new LinkedHashMap<>();

  private final List<Integer> garments = new ArrayList<>();

  /**
   * @param language in which free text is typed
   * @param zone in which times are typed
   * @param country where numbers are dialled that name no country
   */
  private ReportBody(Typed typed, Language language, ZoneId zone, String country) {
    this.typed = typed;
    this.values = new AnswerValue(typed, language, zone, country);
    this.zone = zone;
  }

  /**
   * A request, or what must be answered before there is one.
   *
   * @param missing by field; empty when the request can be sent
   * @param garments which of the form's garments stand in the request, in its order
   */
  record Written(ObjectNode body, Map<String, String> missing, List<Integer> garments) {

    Written {
      garments = List.copyOf(garments);
    }
  }

  static Written of(Typed typed, Language language, ZoneId zone, String country) {
    var writer = new ReportBody(typed, language, zone, country);
    writer.write();
    return new Written(writer.body, writer.missing, writer.garments);
  }

  private void write() {
    body.put("exercise", typed.has("exercise", "true"));
    String kind = typed.of(IntakeForm.KIND.name());
    if (!kind.isEmpty() && typed.of(HttpJoins.CASE).isEmpty()) {
      body.put("kind", kind);
    }
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
    zones();
    garments();
    mark();
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
      Optional<JsonNode> value = values.of(question);
      value.ifPresent(node -> put(question.pointer(), node));
      stated |= value.isPresent();
    }
    String answer = group.answer(typed);
    if (!stated && group.canBeUnknown() && !answer.isEmpty()) {
      put(group.answer(), NODES.stringNode(answer));
    }
  }

  /**
   * A child in danger is a high risk, whatever else is known. Otherwise the risk is what somebody
   * said of the urgency; "no danger" alone states none.
   */
  private void risk(String danger) {
    ObjectNode says = (ObjectNode) body.path("says");
    boolean hasCriteria = says.path("risk").path("criteria").size() > 0;
    String urgency = typed.of(IntakeForm.URGENCY.name());
    if (danger.equals("YES") || hasCriteria) {
      says.withObjectProperty("risk").put("level", "HIGH");
    } else if (!urgency.isEmpty() && !urgency.equals(UNKNOWN)) {
      says.withObjectProperty("risk").put("level", urgency);
    } else if (danger.equals(UNKNOWN) || urgency.equals(UNKNOWN)) {
      says.withObjectProperty("answers").putIfAbsent("risk", NODES.stringNode(UNKNOWN));
    }
    if (says.has("risk") && says.path("answers") instanceof ObjectNode answers) {
      answers.remove("risk");
    }
  }

  /** People read the time as the clock showed it there. */
  private void zones() {
    if (body.path("says").path("lastSeen") instanceof ObjectNode seen && seen.has("at")) {
      seen.put("zone", zone.getId());
    }
    if (body.at("/says/reporter/callBetween") instanceof ObjectNode hours) {
      hours.put("zone", zone.getId());
    }
  }

  /**
   * Words or a colour alone are about a garment that the list has not; an item that was left out
   * between others is none.
   */
  private void garments() {
    if (body.at("/newChildren/0/clothing") instanceof ArrayNode clothing) {
      for (int i = clothing.size() - 1; i >= 0; i--) {
        if (clothing.path(i).isEmpty()) {
          clothing.remove(i);
          continue;
        }
        garments.addFirst(i);
        if (clothing.path(i) instanceof ObjectNode worn && !worn.has("garment")) {
          worn.put("garment", Garment.OTHER.name());
        }
      }
    }
  }

  /** Where it is or what it looks like alone is about a mark that the list has not. */
  private void mark() {
    if (body.at("/newChildren/0/marks/0") instanceof ObjectNode mark && !mark.has("kind")) {
      mark.put("kind", MarkKind.OTHER.name());
    }
  }

  /** Puts a value at its pointer and makes what is around it. */
  private void put(String pointer, JsonNode value) {
    List<String> names = List.of(pointer.substring(1).split("/"));
    JsonNode at = body;
    for (int i = 0; i < names.size() - 1; i++) {
      at = child(at, names.get(i), isIndex(names.get(i + 1)));
    }
    String last = names.getLast();
    if (at instanceof ObjectNode object) {
      object.set(last, value);
    } else if (at instanceof ArrayNode array) {
      array.add(value);
    }
  }

  private static JsonNode child(JsonNode of, String name, boolean isList) {
    if (of instanceof ObjectNode object) {
      return isList ? object.withArrayProperty(name) : object.withObjectProperty(name);
    }
    ArrayNode list = (ArrayNode) of;
    while (list.size() <= Integer.parseInt(name)) {
      list.addObject();
    }
    return list.path(Integer.parseInt(name));
  }

  private static boolean isIndex(String name) {
    return name.matches("[0-9]+");
  }
}
