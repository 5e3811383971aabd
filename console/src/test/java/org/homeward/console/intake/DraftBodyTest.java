package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DraftBodyTest {

  @Test
  void whatIsTypedComesBackAsItWas() {
    Map<String, List<String>> fields = new HashMap<>();
    fields.put("channel", List.of("CHAT"));
    fields.put("danger", List.of("YES"));
    for (Question question : IntakeForm.questions()) {
      fields.put(
          question.name(),
          switch (question.kind()) {
            case SOME_OF -> question.codes().subList(0, 2);
            case ONE_OF -> question.codes().subList(0, 1);
            default -> List.of("  as typed, <b> 9-x ");
          });
    }
    fields.put("answer.shelter", List.of("UNKNOWN"));
    fields.put("answer.vehicle", List.of("REFUSED"));

    ObjectNode body = DraftBody.of(new Typed(fields));
    Typed back = DraftBody.typed(body);

    for (Question question : IntakeForm.questions()) {
      assertThat(back.all(question.name()))
          .as(question.name())
          .isEqualTo(fields.get(question.name()));
    }
    assertThat(back.of("answer.vehicle")).isEqualTo("REFUSED");
    assertThat(back.of("danger")).isEqualTo("YES");
    assertThat(back.of("channel")).isEqualTo("CHAT");
    assertThat(body.path("typed").propertyNames())
        .allMatch(place -> place.matches("(/[A-Za-z0-9-]{1,40}){1,8}"));
  }

  @Test
  void whatNobodyHasSaidDoesNotComeBack() {
    Typed back = DraftBody.typed(DraftBody.of(Typed.NOTHING));

    assertThat(back.of("channel")).isEmpty();
    assertThat(back.of("danger")).isEmpty();
    assertThat(DraftBody.typed(DraftBody.empty(true)).of("exercise")).isEqualTo("true");
  }

  @Test
  void dangerThatIsNotKnownComesBackSo() {
    var typed = new Typed(Map.of("danger", List.of("UNKNOWN")));

    assertThat(DraftBody.typed(DraftBody.of(typed)).of("danger")).isEqualTo("UNKNOWN");
  }

  @Test
  void theKindComesBack() {
    var typed = new Typed(Map.of("kind", List.of("UNIDENTIFIED")));

    assertThat(DraftBody.typed(DraftBody.of(typed)).of("kind")).isEqualTo("UNIDENTIFIED");
  }

  @Test
  void urgencyComesBack() {
    var typed = new Typed(Map.of("urgency", List.of("LOW")));

    assertThat(DraftBody.typed(DraftBody.of(typed)).of("urgency")).isEqualTo("LOW");
  }
}
