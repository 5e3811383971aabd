package org.homeward.alert.orders.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.registers.Standing;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellOfEarlierAuthoritiesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Decision.Write<Authority, Boolean> written(String person) {
    var earlier =
        new Authority(
            "Odeljenje",
            "RS",
            "+381 11 000",
            Set.of(Power.VOLUNTEER_ALERT),
            Set.of(person),
            NOW,
            NOW.plus(Duration.ofDays(9)),
            null,
            null,
            null);
    var read = Guarded.unstored("id", 1, earlier, null, List.of(), Map.of());
    return (Decision.Write<Authority, Boolean>) TellOfEarlierAuthorities.decide(read, NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"person:petar", ".petar", "_petar", "-petar"})
  void anEntryWithAPersonWhomTheTopicCannotNameEndsUnpublished(String person) {
    Decision.Write<Authority, Boolean> written = written(person);

    assertThat(written.edit().changes()).isEmpty();
    assertThat(written.edit().state().revokedAt()).isEqualTo(NOW);
    assertThat(written.edit().state().registeredBy()).isNotNull();
    assertThat(written.answer()).isFalse();
  }

  @Test
  @Proves(3)
  void anyOtherIsPublishedAndWaitsForAConfirmation() {
    Decision.Write<Authority, Boolean> written = written("person-petar");

    assertThat(written.edit().changes()).containsExactly(Authority.REGISTERED);
    assertThat(written.edit().state().revokedAt()).isNull();
    assertThat(written.edit().state().registeredBy()).isEqualTo(Authority.UNKNOWN);
    assertThat(written.answer()).isTrue();
  }

  /** The first may be the administrator who entered it, and is a supervisor by now. */
  @Test
  @Proves(3)
  void whereNobodyKnowsWhoEnteredItTwoMoreConfirmIt() {
    Authority entry = written("person-petar").edit().state();

    Authority once = entry.confirmed("jelena", NOW);
    assertThat(once.standing(NOW)).isEqualTo(Standing.UNCONFIRMED);
    assertThat(once.isOwnOf("jelena")).isTrue();
    assertThat(once.confirmed("milan", NOW).standing(NOW)).isEqualTo(Standing.VALID);
  }
}
