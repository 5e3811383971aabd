package org.homeward.bridge.trial;

import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.OpenApi;

/** Holds every exchange of the tests against the document of the API. */
final class Exchanges {

  private static final OpenApi API = OpenApi.read(Path.of("src/main/resources/openapi.yaml"));

  private Exchanges() {}

  static Answer checked(
      String method, String path, String contentType, byte[] body, Answer answer) {
    Assertions.assertThat(
            API.problems(
                method,
                path,
                contentType,
                body,
                answer.status(),
                answer.all("Content-Type").stream().findFirst().orElse(""),
                answer.body()))
        .as(method + " " + path + " " + answer.status())
        .isEmpty();
    return answer;
  }
}
