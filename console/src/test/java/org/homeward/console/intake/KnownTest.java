package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.HttpApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;

/** What speaks for a child that is known already is said field by field. */
class KnownTest {

  private static final String FOUND =
      """
      {"children": [{"child": "c", "verdict": "MAYBE", "episodes": [],
        "case": {"id": "d6c8b734-aa8c-4069-a7be-1bb6c07374ad", "exercise": false, "facts": {}},
        "fields": [
          {"field": "NAME", "ours": ["Ana"], "theirs": ["Anna"], "level": "LIKE"},
          {"field": "NUMBER", "ours": ["+38111"], "theirs": ["+38111"], "level": "LIKE"}]}]}""";

  @Test
  void aNumberThatManyShareIsNotNearlyTheSame() throws IOException {
    try (var node = new AnsweringApi();
        var ana = new SignedIn("p-1001")) {
      HttpApi api = node.api(ana.tokens());
      var controller =
          new KnownController(
              api,
              new HttpDrafts(api),
              new RenderedPages().pages(),
              "rs",
              "RS",
              Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC));
      node.then(201, "\"1\"", "{\"draft\": \"893c3a1e-1c0e-4ef1-93e1-d352a11e274f\"}")
          .then(200, "\"2\"", "{}")
          .then(200, "", FOUND);
      var form = new LinkedMultiValueMap<String, String>();
      form.set("key", "key-of-form");
      form.set("channel", "PHONE");
      form.set("danger", "NO");
      var request = new MockHttpServletRequest("POST", "/intake/known");
      request.addHeader("Accept-Language", "en");

      assertThat(controller.ask(request, form).getBody())
          .contains("<bdi>Anna</bdi></td><td>nearly</td>")
          .contains("<bdi>+38111</bdi></td><td>a number that many share");
    }
  }
}
