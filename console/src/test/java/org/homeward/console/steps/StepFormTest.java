package org.homeward.console.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.console.steps.StepField.Kind.CHECK;
import static org.homeward.console.steps.StepField.Kind.LINE;
import static org.homeward.console.steps.StepField.Kind.LONG;
import static org.homeward.console.steps.StepField.Kind.TIME;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** A step sends the fields of its form, and its page says what is wrong. */
class StepFormTest {

  private static final List<StepField> FIELDS =
      List.of(
          StepField.of("heard", CHECK),
          StepField.of("due", TIME),
          StepField.of("name", LINE),
          StepField.of("note", LONG));

  private static String sent(Map<String, String> form) {
    var body = JsonNodeFactory.instance.objectNode();
    StepForm.put(body, FIELDS, form, ZoneId.of("Europe/Belgrade"));
    return Json.mapper().writeValueAsString(body);
  }

  @Test
  void onlyWhatWasTypedIsSentAndATickIsAlwaysSaid() {
    assertThat(sent(Map.of("name", " \r\n", "other", "x"))).isEqualTo("{\"heard\":false}");
    assertThat(sent(Map.of("heard", "yes", "name", " Mila ", "note", "one\r\ntwo")))
        .isEqualTo("{\"heard\":true,\"name\":\"Mila\",\"note\":\"one\\ntwo\"}");
  }

  @Test
  void aTimeIsThatOfTheHotlineAndOneThatIsNoneIsLeftToTheApi() {
    assertThat(sent(Map.of("due", "2026-11-30T10:00"))).contains("\"2026-11-30T09:00:00Z\"");
    assertThat(sent(Map.of("due", "tomorrow"))).contains("\"due\":\"tomorrow\"");
  }

  @Test
  void whatIsWrongStandsInTheOrderOfThePageBelowWhatIsWrongWithAllOfIt() {
    var wrong = Map.of("note", "2", "", "0", "due", "1", "elsewhere", "0");

    assertThat(StepPage.inOrder(wrong, List.of("due", "note")))
        .containsExactly("", "elsewhere", "due", "note");
  }

  @Test
  void aStepCallsAFieldAsItsRoomDoesUnlessItHasItsOwnWord() {
    var words = new RenderedPages().words(Language.ENGLISH);

    assertThat(StepPage.label("family.tell", "name", words)).isEqualTo("family.tell.name");
    assertThat(StepPage.label("family.add", "name", words)).isEqualTo("family.field.name");
  }
}
