package org.homeward.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.durable.publication.DatabaseClaim;
import org.homeward.schema.bridge.bodies.Remains;
import org.homeward.schema.bridge.bodies.RemainsIn;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What a receipt promises of copies that go later. */
class WhatRemainsTest {

  private static final Instant ERASED = Instant.parse("2026-05-30T18:00:00Z");

  private static Remains until(RemainsIn where, Duration period) {
    return new Remains(Code.of(where), ERASED.plus(period));
  }

  @Test
  @Proves(7)
  void theJournalIsSpokenOfOnTheEmbeddedStoreOnly() {
    assertThat(WhatRemains.embedded(null).at(ERASED))
        .containsExactly(
            until(RemainsIn.JOURNAL, Duration.ofDays(1)),
            until(RemainsIn.TOPIC, DatabaseClaim.GONE_AFTER),
            until(RemainsIn.BACKUP, Duration.ofDays(35)));
    assertThat(WhatRemains.embedded(null).notStated()).isEmpty();
    assertThat(WhatRemains.embedded(Duration.ofDays(14)).at(ERASED))
        .contains(until(RemainsIn.BACKUP, Duration.ofDays(14)));
  }

  @Test
  @Proves(7)
  void onMongodbIsSaidWhatTheOperatorSaidAndNoMore() {
    var told = WhatRemains.mongodb(Duration.ofDays(2), Duration.ofDays(60));
    assertThat(told.at(ERASED))
        .containsExactly(
            until(RemainsIn.LOG, Duration.ofDays(2)),
            until(RemainsIn.TOPIC, DatabaseClaim.GONE_AFTER),
            until(RemainsIn.BACKUP, Duration.ofDays(60)));
    assertThat(told.notStated()).isEmpty();

    var silent = WhatRemains.mongodb(null, null);
    assertThat(silent.at(ERASED)).containsExactly(until(RemainsIn.TOPIC, DatabaseClaim.GONE_AFTER));
    assertThat(silent.notStated())
        .isEqualTo(List.of(Code.of(RemainsIn.LOG), Code.of(RemainsIn.BACKUP)));
  }
}
