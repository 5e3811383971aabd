package org.homeward.frame.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class HealthControllerTest {

  private static Object parts(Health health) {
    return new HealthController(Map.of("auditHealthIndicator", () -> health), List::of)
        .read()
        .get("parts");
  }

  @Test
  void whatIsWrongIsSaidBesideWhatToDo() {
    Health health =
        Health.down()
            .withDetail("code", "audit-forged")
            .withDetail("waiting", List.of("a1", "b2"))
            .withDetail("entry", 7L)
            .withDetail("whatToDo", "Change nothing.")
            .build();

    assertThat(parts(health))
        .isEqualTo(
            List.of(
                Map.of(
                    "part", "audit",
                    "status", "DOWN",
                    "code", "audit-forged",
                    "whatToDo", "Change nothing.",
                    "because", Map.of("entry", "7", "waiting", "a1, b2"))));
  }

  @Test
  void whatWorksHasNothingToSay() {
    assertThat(parts(Health.up().withDetail("cases", 3).build()))
        .isEqualTo(List.of(Map.of("part", "audit", "status", "UP")));
  }
}
