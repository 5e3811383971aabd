package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.face.access.Role;
import org.junit.jupiter.api.Test;

class IssuerAwayIT {

  @Test
  void anIssuerThatIsAwayIs503AndTheFeedGoesOn() {
    try (var door = Door.open()) {
      door.issuer.stop();
      var answer = door.wire.call("GET", "/api/v1/cases", door.bearer(Role.OPERATOR));

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("unavailable");
      assertThat(answer.header("Retry-After")).isEqualTo("5");
      assertThat(
              door.wire.call("GET", "/api/v1/feeds/police", "Authorization: Basic eDp5").status())
          .isEqualTo(200);

      door.issuer.start();
      assertThat(door.wire.call("GET", "/api/v1/cases", door.bearer(Role.OPERATOR)).status())
          .isEqualTo(200);
    }
  }

  @Test
  void demoOnEveryAddressDoesNotStart() {
    assertThatThrownBy(() -> Door.open("--homeward.demo=true", "--server.address=0.0.0.0"))
        .hasMessageContaining("HOMEWARD_BIND=127.0.0.1");
  }
}
