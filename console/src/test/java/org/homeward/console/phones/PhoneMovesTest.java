package org.homeward.console.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A press on the page of a phone is sent, and leads to the page that says what was done. */
class PhoneMovesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  @ParameterizedTest
  @CsvSource({"confirm, coded", "code, coded", "revoke, revoked"})
  void eachMoveIsSentAndSaid(String move, String said) throws Exception {
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    try (var node = new AnsweringApi();
        var nikola = new SignedIn("p-1001", "admin")) {
      var api = node.then(200, "\"2\"", "{}").api(nikola.tokens());
      var controller = new PhonesController(api, new RenderedPages().pages(), "RS", clock);

      Map<String, String> form = Map.of("key", "key-of-form", "seen", "\"1\"");

      var answer = controller.move(RenderedPages.request(Language.ENGLISH), ID, move, form);

      assertThat(answer.getHeaders().getFirst("Location"))
          .isEqualTo("/registers/phones/" + ID + "?done=" + said);
      assertThat(node.asked())
          .extracting(Asked::what)
          .containsExactly("POST /api/v1/phones/" + ID + "/" + move);
    }
  }
}
