package org.homeward.console.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;

class ImportsControllerTest {

  private final SignedIn jelena = new SignedIn("p-1", "supervisor");
  private AnsweringApi node;
  private ImportsController imports;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    imports =
        new ImportsController(
            node.api(jelena.tokens()),
            new RenderedPages().pages(),
            Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  @Test
  void aNameThatIsTypedForASourceGoesIntoNoAddress() {
    node.then(200, "", "{\"imports\":[]}");
    var request = new MockHttpServletRequest("POST", "/imports");
    request.addHeader("Accept-Language", "en");
    var file = new MockMultipartFile("file", "ref\n1\n".getBytes(UTF_8));

    ResponseEntity<String> answer = imports.upload(request, file, "false", "Petra P", "key");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(node.asked().toString()).contains("GET").doesNotContain("POST", "Petra");
  }
}
