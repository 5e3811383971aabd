package org.homeward.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.JsonNodeFactory;

class HttpFormEndTest {

  private final HttpFormEnd end =
      HttpFormEnd.of(new RenderedPages().words(Language.ENGLISH), "key-of-form")
          .withKinds(Map.of("at", "local_time"));
  private final List<HttpFormEnd.Again> shown = new ArrayList<>();

  private ResponseEntity<String> after(Answer answer) {
    return end.after(
        answer,
        done -> HttpFormEnd.leadTo("/cases?done=" + done.status()),
        again -> {
          shown.add(again);
          return ResponseEntity.status(again.status()).build();
        });
  }

  @Test
  void whatWasDoneLeadsOn() {
    var answer = after(new Answer.Done(201, JsonNodeFactory.instance.objectNode(), ""));

    assertThat(answer.getStatusCode().value()).isEqualTo(303);
    assertThat(answer.getHeaders().getLocation()).hasToString("/cases?done=201");
    assertThat(shown).isEmpty();
  }

  @Test
  void whatWasRefusedSaysWhyUnderAFreshKey() {
    var wrong =
        List.of(
            new Answer.Wrong("/reason", "required"),
            new Answer.Wrong("/persons/0", "own-person"),
            new Answer.Wrong("/at", "in-future"));

    assertThat(after(new Answer.Refused(409, "case-ended", wrong)).getStatusCode().value())
        .isEqualTo(409);
    HttpFormEnd.Again again = shown.getFirst();
    assertThat(again.key()).isNotEqualTo("key-of-form").isNotEmpty();
    assertThat(again.wrong())
        .containsEntry("reason", "Please answer this.")
        .containsEntry("at", "This time has not come yet.")
        .containsKey("persons");
    assertThat(again.reason()).isNotEmpty();
  }

  /** The answer of the first press was lost, and the form was changed before the second one. */
  @Test
  void whatWasDoneBeforeIsNotDoneAgainHoweverTheFormWasChangedSince() {
    after(new Answer.Away("cases"));
    for (int i = 0; i < 2; i++) {
      after(new Answer.Refused(422, "key-reused", List.of()));
    }

    assertThat(shown).extracting(HttpFormEnd.Again::key).containsOnly("key-of-form");
    assertThat(shown.getLast().reason()).contains("is stored as it was then");
  }

  @Test
  void whatWasNotAnsweredIsPressedAgainUnderItsKey() {
    assertThat(after(new Answer.Away("cases")).getStatusCode().value()).isEqualTo(503);
    assertThat(shown.getFirst().key()).isEqualTo("key-of-form");
    assertThat(shown.getFirst().reason()).contains("it is done once");
  }
}
