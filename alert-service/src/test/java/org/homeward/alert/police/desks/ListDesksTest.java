package org.homeward.alert.police.desks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.homeward.alert.registers.Confirmation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListDesksTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Desk desk(int days, @Nullable Instant revoked, @Nullable Confirmation confirmed) {
    return new Desk(
        "PS Novi Sad",
        new Jurisdiction("RS", null),
        false,
        "0123456789abcdef",
        NOW.minus(Duration.ofDays(30)),
        NOW.plus(Duration.ofDays(days)),
        revoked,
        "p-1",
        confirmed,
        null);
  }

  @Test
  void onlyAKeyThatOpensTheFeedIsAboutToEnd() {
    var confirmed = new Confirmation("p-2", NOW);

    assertThat(
            ListDesks.leftOfKeys(
                Stream.of(
                    desk(9, null, confirmed),
                    desk(40, null, confirmed),
                    desk(-1, null, confirmed),
                    desk(3, NOW, confirmed),
                    desk(2, null, null)),
                NOW))
        .contains(Duration.ofDays(9));
    assertThat(ListDesks.leftOfKeys(Stream.of(desk(2, null, null)), NOW)).isEmpty();
  }
}
