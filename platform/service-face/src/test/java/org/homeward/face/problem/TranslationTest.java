package org.homeward.face.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;

class TranslationTest {

  private final Translation translation = new Translation(List.of());

  @Test
  void headerThatNamesNoMediaTypeIsMalformed() {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.ACCEPT, "x");

    Throwable failure = catchThrowable(headers::getAccept);

    assertThat(failure).isNotNull();
    assertThat(translation.problem(failure, new MockHttpServletRequest()))
        .isEqualTo(FaceProblem.MALFORMED.problem());
  }
}
