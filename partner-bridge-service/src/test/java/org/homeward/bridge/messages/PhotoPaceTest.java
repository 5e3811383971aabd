package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhotoPaceTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final PhotoPace pace = new PhotoPace();

  @Test
  void aPartnerHasOneRequestInWork() {
    assertThat(pace.enters("gr")).isTrue();
    assertThat(pace.enters("gr")).isFalse();
    assertThat(pace.enters("drill")).isTrue();

    pace.leaves("gr");

    assertThat(pace.enters("gr")).isTrue();
  }

  @Test
  void thePhotoOfAHandoverIsHandedOutOnceInHalfAMinute() {
    pace.handed("gr", "h1", "p1", NOW);

    assertThat(pace.allows("gr", "h1", "p1", NOW.plusSeconds(29))).isFalse();
    assertThat(pace.allows("gr", "h1", "p2", NOW.plusSeconds(29))).isTrue();
    assertThat(pace.allows("gr", "h2", "p1", NOW.plusSeconds(29))).isTrue();
    assertThat(pace.allows("drill", "h1", "p1", NOW.plusSeconds(29))).isTrue();
    assertThat(pace.allows("gr", "h1", "p1", NOW.plusSeconds(30))).isTrue();
  }

  @Test
  void aPartnerGetsNoMoreThanSixHundredWithinAnHour() {
    for (int i = 0; i < PhotoPace.MOST_IN_AN_HOUR; i++) {
      assertThat(pace.allows("gr", "h", "p" + i, NOW.plusSeconds(i))).isTrue();
      pace.handed("gr", "h", "p" + i, NOW.plusSeconds(i));
    }

    assertThat(pace.allows("gr", "h", "another", NOW.plusSeconds(3599))).isFalse();
    assertThat(pace.allows("drill", "h", "another", NOW.plusSeconds(3599))).isTrue();
    assertThat(pace.allows("gr", "h", "another", NOW.plusSeconds(3600))).isTrue();
  }
}
