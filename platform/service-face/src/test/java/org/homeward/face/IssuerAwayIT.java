package org.homeward.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.StubIssuer;
import org.junit.jupiter.api.Test;

class IssuerAwayIT {

  @Test
  void anIssuerThatIsAwayIs503AndComesBackByItself() {
    try (var trial = Trial.started(StubIssuer.stopped())) {
      var token = trial.issuer.token("ana", Role.OPERATOR);
      var ofUnknownKey = trial.issuer.ofUnknownKey("ana", Role.OPERATOR);

      assertUnavailable(read(trial, token));

      trial.issuer.start();
      assertThat(read(trial, token).status()).isEqualTo(200);
      assertThat(read(trial, ofUnknownKey).status()).isEqualTo(401);

      trial.issuer.stop();
      assertThat(read(trial, token).status()).as("its key is known").isEqualTo(200);
      assertUnavailable(read(trial, ofUnknownKey));
      assertThat(read(trial, "junk").status()).as("no key would help").isEqualTo(401);
    }
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  private static Answer read(Trial trial, String token) {
    return trial.wire.call("GET", "/api/v1/things/1", "Authorization: Bearer " + token);
  }
}
