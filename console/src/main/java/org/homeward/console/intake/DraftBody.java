package org.homeward.console.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads what is typed in a form that is not filed yet: the words as they were typed, by
 * the place in the report where the question's answer belongs.
 */
final class DraftBody {

  /** The API asks for a channel; the words say that nobody has chosen one yet. */
  private static final String USUAL = "PHONE";

  private static final String CHANNEL_PLACE = IntakeForm.CHANNEL.pointer();
  private static final String NOT_CHOSEN = "NOT_CHOSEN";
  private static final String DANGER_PLACE = IntakeForm.DANGER_NOW.pointer();
  private static final String KIND_PLACE = IntakeForm.KIND.pointer();
  private static final String URGENCY_PLACE = IntakeForm.URGENCY.pointer();

  /** A call about a case that is there: which, and which of its children. */
  private static final List<String> JOINED = List.of(HttpJoins.CASE, HttpJoins.ABOUT);

  /** Between the codes of one question. */
  private static final String BETWEEN = " ";

  private DraftBody() {}

  static ObjectNode of(Typed typed) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String channel = typed.of(IntakeForm.CHANNEL.name());
    body.put("channel", channel.isEmpty() ? USUAL : channel);
    String danger = typed.of(IntakeForm.DANGER);
    if (danger.equals("YES") || danger.equals("NO")) {
      body.put("danger", danger);
    }
    ObjectNode words = body.putObject("typed");
    if (channel.isEmpty()) {
      words.put(CHANNEL_PLACE, NOT_CHOSEN);
    }
    if (danger.equals("UNKNOWN")) {
      words.put(DANGER_PLACE, danger);
    }
    if (!typed.of(IntakeForm.KIND.name()).isEmpty()) {
      words.put(KIND_PLACE, typed.of(IntakeForm.KIND.name()));
    }
    if (!typed.of(IntakeForm.URGENCY.name()).isEmpty()) {
      words.put(URGENCY_PLACE, typed.of(IntakeForm.URGENCY.name()));
    }
    JOINED.stream()
        .filter(field -> !typed.of(field).isEmpty())
        .forEach(field -> words.put("/" + field, typed.of(field)));
    for (Question question : IntakeForm.questions()) {
      String given =
          question.kind() == Question.Kind.SOME_OF
              ? String.join(BETWEEN, typed.all(question.name()))
              : typed.raw(question.name()).replace("\r\n", "\n");
      if (!given.isBlank()) {
        words.put(question.pointer(), given);
      }
    }
    groups()
        .filter(group -> !typed.of(group.answerField()).isEmpty())
        .forEach(group -> words.put(group.answer(), typed.of(group.answerField())));
    return body;
  }

  /** A draft without words. */
  static ObjectNode empty(boolean exercise) {
    return of(Typed.NOTHING).put("exercise", exercise);
  }

  private static Stream<QuestionGroup> groups() {
    return IntakeForm.SECTIONS.stream()
        .flatMap(section -> section.groups().stream())
        .filter(QuestionGroup::canBeUnknown);
  }

  static Typed typed(JsonNode draft) {
    Map<String, List<String>> fields = new HashMap<>();
    JsonNode words = draft.path("typed");
    boolean isChosen = !words.path(CHANNEL_PLACE).asString("").equals(NOT_CHOSEN);
    fields.put("channel", List.of(isChosen ? draft.path("channel").asString("") : ""));
    String unknown = words.path(DANGER_PLACE).asString("");
    fields.put(IntakeForm.DANGER, List.of(draft.path("danger").asString(unknown)));
    fields.put(IntakeForm.KIND.name(), List.of(words.path(KIND_PLACE).asString("")));
    fields.put(IntakeForm.URGENCY.name(), List.of(words.path(URGENCY_PLACE).asString("")));
    JOINED.forEach(field -> fields.put(field, List.of(words.path("/" + field).asString(""))));
    fields.put("exercise", List.of(String.valueOf(draft.path("exercise").asBoolean(false))));
    for (Question question : IntakeForm.questions()) {
      String given = words.path(question.pointer()).asString("");
      fields.put(
          question.name(),
          question.kind() == Question.Kind.SOME_OF
              ? new ArrayList<>(List.of(given.split(BETWEEN)))
              : List.of(given));
    }
    groups()
        .forEach(
            group ->
                fields.put(group.answerField(), List.of(words.path(group.answer()).asString(""))));
    return new Typed(fields);
  }
}
