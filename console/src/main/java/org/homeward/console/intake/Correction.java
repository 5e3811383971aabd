package org.homeward.console.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.console.pages.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of one fact. Only questions whose answers differ from what the page showed change
 * anything, so that whatever the form does not ask about stays.
 */
final class Correction {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonNode NOTHING = NODES.missingNode();

  /** Words for a place. */
  private static final Set<String> WORDS = Set.of("text", "locality", "country");

  /** The rest of a place belongs to its words: it is wrong beside others. */
  private static final List<String> POINT =
      List.of("region", "latitude", "longitude", "uncertaintyMetres");

  private final QuestionGroup group;
  private final Stated was;
  private final ZoneId zone;
  private final String country;

  /**
   * @param was what the page showed
   * @param zone in which times are typed
   * @param country where numbers are dialled that name no country
   */
  Correction(QuestionGroup group, Stated was, ZoneId zone, String country) {
    this.group = group;
    this.was = was;
    this.zone = zone;
    this.country = country;
  }

  /**
   * The statements of a fact.
   *
   * @param value missing when there is none
   * @param answer that it is not known or not told; empty when there is a value, or nobody asked
   */
  record Stated(JsonNode value, String answer) {

    static final Stated NOTHING = new Stated(Correction.NOTHING, "");

    boolean isNothing() {
      return equals(NOTHING);
    }

    @Override
    public String toString() {
      return "Stated[redacted]";
    }
  }

  /** The earlier statement, as the fields of the form show it. */
  Typed shown() {
    Map<String, List<String>> fields = new HashMap<>();
    for (Question question : group.questions()) {
      fields.put(question.name(), AnswerValue.typed(question, value(question), zone));
    }
    if (!was.answer().isEmpty()) {
      boolean isOne = group.isOneControl();
      fields.put(
          isOne ? group.questions().getFirst().name() : group.answerField(), List.of(was.answer()));
    }
    return new Typed(fields);
  }

  private JsonNode value(Question question) {
    return was.value().at(below(question));
  }

  private String below(Question question) {
    return question.pointer().substring(group.pointer().length());
  }

  /** Whether it says both that there is no answer, and another answer than before. */
  boolean isBoth(Typed typed) {
    return isAnswered(typed)
        && !group.isOneControl()
        && changed(typed).stream().anyMatch(question -> !typed.said(question.name()).isEmpty());
  }

  private boolean isAnswered(Typed typed) {
    String answer = group.answer(typed);
    return !answer.isEmpty() && !answer.equals(was.answer());
  }

  private List<Question> changed(Typed typed) {
    Typed before = shown();
    return group.questions().stream()
        .filter(
            question ->
                !Set.copyOf(before.said(question.name()))
                    .equals(Set.copyOf(typed.said(question.name()))))
        .toList();
  }

  /** The statement of the fact that these answers make. */
  Stated after(Typed typed, Language language) {
    if (isAnswered(typed)) {
      return new Stated(NOTHING, group.answer(typed));
    }
    var values = new AnswerValue(typed, language, zone, country);
    JsonNode after = was.value();
    for (Question question : changed(typed)) {
      JsonNode answer = values.of(question).map(given -> kept(question, given)).orElse(NOTHING);
      after = with(after, path(below(question)), answer);
      after =
          switch (question.kind()) {
            case LOCAL_TIME -> inZone(after);
            case HOUR -> hoursInZone(after);
            default -> after;
          };
    }
    after = after.equals(was.value()) ? after : pruned(after);
    return new Stated(after, after.isMissingNode() ? group.answer(typed) : "");
  }

  /** The form does not show of what kind a name is. */
  private JsonNode kept(Question question, JsonNode given) {
    JsonNode kind = value(question).path("kind");
    return given instanceof ObjectNode name
            && question.kind() == Question.Kind.NAME
            && !kind.isMissingNode()
        ? name.set("kind", kind)
        : given;
  }

  private JsonNode hoursInZone(JsonNode after) {
    JsonNode hours = after.path("callBetween");
    boolean any = hours.has("from") || hours.has("to");
    return with(
        after, List.of("callBetween", "zone"), any ? NODES.stringNode(zone.getId()) : NOTHING);
  }

  /** People read the time as the clock showed it there. */
  private JsonNode inZone(JsonNode after) {
    boolean isSeen = group.name().equals("lastSeen");
    return isSeen && after.has("at")
        ? with(after, List.of("zone"), NODES.stringNode(zone.getId()))
        : isSeen ? with(after, List.of("zone"), NOTHING) : after;
  }

  private static List<String> path(String pointer) {
    return pointer.isEmpty() ? List.of() : List.of(pointer.substring(1).split("/"));
  }

  private static JsonNode with(JsonNode of, List<String> path, JsonNode value) {
    if (path.isEmpty()) {
      return value;
    }
    String name = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (name.matches("[0-9]+")) {
      ArrayNode list = of instanceof ArrayNode there ? there.deepCopy() : NODES.arrayNode();
      int item = Integer.parseInt(name);
      while (list.size() <= item) {
        list.addObject();
      }
      JsonNode part = with(list.path(item), rest, value);
      list.set(item, part.isMissingNode() ? NODES.objectNode() : part);
      return list;
    }
    ObjectNode object = of instanceof ObjectNode there ? there.deepCopy() : NODES.objectNode();
    JsonNode part = with(object.path(name), rest, value);
    if (part.isMissingNode()) {
      object.remove(name);
    } else {
      object.set(name, part);
    }
    if (rest.isEmpty() && WORDS.contains(name)) {
      object.remove(POINT);
    }
    return object;
  }

  private static JsonNode pruned(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode left = NODES.objectNode();
        object
            .properties()
            .forEach(
                part -> {
                  JsonNode kept = pruned(part.getValue());
                  if (!kept.isMissingNode()) left.set(part.getKey(), kept);
                });
        yield left.isEmpty() ? NOTHING : left;
      }
      case ArrayNode list -> {
        List<JsonNode> left = new ArrayList<>();
        list.forEach(part -> left.add(pruned(part)));
        left.removeIf(JsonNode::isMissingNode);
        yield left.isEmpty() ? NOTHING : NODES.arrayNode().addAll(left);
      }
      default -> node;
    };
  }

  /** A merge patch of the report that states it. */
  ObjectNode patch(Stated after, String child) {
    ObjectNode says = NODES.objectNode();
    ObjectNode facts = child.isEmpty() ? says : says.putObject("children").putObject(child);
    if (!after.value().equals(was.value())) {
      facts.set(group.name(), difference(was.value(), after.value()));
    }
    if (!after.answer().equals(was.answer())) {
      ObjectNode answers = facts.putObject("answers");
      if (after.answer().isEmpty()) {
        answers.putNull(group.name());
      } else {
        answers.put(group.name(), after.answer());
      }
    }
    return says;
  }

  private static JsonNode difference(JsonNode was, JsonNode is) {
    if (is.isMissingNode()) {
      return NODES.nullNode();
    }
    if (!(was instanceof ObjectNode) || !(is instanceof ObjectNode)) {
      return is;
    }
    ObjectNode patch = NODES.objectNode();
    Set<String> names = new HashSet<>(was.propertyNames());
    names.addAll(is.propertyNames());
    names.removeIf(name -> was.path(name).equals(is.path(name)));
    names.forEach(name -> patch.set(name, difference(was.path(name), is.path(name))));
    return patch;
  }

  /** The body of a further report that states it anew. */
  ObjectNode statement(Stated after, String child) {
    ObjectNode says = NODES.objectNode();
    ObjectNode facts = child.isEmpty() ? says : says.putObject("children").putObject(child);
    if (after.value().isMissingNode()) {
      facts.putObject("answers").put(group.name(), after.answer());
    } else {
      facts.set(group.name(), after.value());
    }
    return says;
  }

  @Override
  public String toString() {
    return "Correction[redacted]";
  }
}
