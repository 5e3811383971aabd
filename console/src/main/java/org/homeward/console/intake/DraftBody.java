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

  /** People choose a channel first; until they have, a call is meant. */
  private static final String USUAL = "PHONE";

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

  private static Stream<QuestionGroup> groups() {
    return IntakeForm.SECTIONS.stream()
        .flatMap(section -> section.groups().stream())
        .filter(QuestionGroup::canBeUnknown);
  }

  static Typed typed(JsonNode draft) {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put("channel", List.of(draft.path("channel").asString("")));
    fields.put(IntakeForm.DANGER, List.of(draft.path("danger").asString("")));
    fields.put("exercise", List.of(String.valueOf(draft.path("exercise").asBoolean(false))));
    JsonNode words = draft.path("typed");
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
