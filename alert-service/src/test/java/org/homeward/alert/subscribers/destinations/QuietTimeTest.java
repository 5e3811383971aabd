package org.homeward.alert.subscribers.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours without news, in the time of a zone. */
class QuietTimeTest {

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @ParameterizedTest
  @CsvSource({
    // Winter in Belgrade is one hour ahead, summer two.
    "22:00, 07:00, 2026-01-10T20:59:00Z, ",
    "22:00, 07:00, 2026-01-10T21:00:00Z, 2026-01-11T06:00:00Z",
    "22:00, 07:00, 2026-01-11T05:59:59Z, 2026-01-11T06:00:00Z",
    "22:00, 07:00, 2026-01-11T06:00:00Z, ",
    "13:00, 15:00, 2026-07-01T11:30:00Z, 2026-07-01T13:00:00Z",
    "13:00, 15:00, 2026-07-01T13:00:00Z, ",
    "00:00, 23:59, 2026-07-01T22:30:00Z, 2026-07-02T21:59:00Z"
  })
  void lastFromTheirBeginToTheirEnd(String from, String to, String now, String until) {
    var quiet = new QuietTime(from, to, "Europe/Belgrade");

    assertThat(quiet.until(at(now)).map(Instant::toString).orElse(null)).isEqualTo(until);
  }

  @Test
  void areAnHourShorterInTheNightThatLosesOne() {
    var quiet = new QuietTime("22:00", "07:00", "Europe/Belgrade");

    assertThat(quiet.until(at("2026-03-28T21:30:00Z"))).contains(at("2026-03-29T05:00:00Z"));
  }

  @Test
  void haveNoHoleInTheNightThatHasAnHourTwice() {
    // 02:30 comes at 00:30Z and again at 01:30Z.
    var quiet = new QuietTime("22:00", "02:30", "Europe/Belgrade");

    for (String now :
        new String[] {
          "2026-10-24T20:00:00Z",
          "2026-10-25T00:29:00Z",
          "2026-10-25T00:45:00Z",
          "2026-10-25T01:29:00Z"
        }) {
      assertThat(quiet.until(at(now))).as(now).contains(at("2026-10-25T01:30:00Z"));
    }
    assertThat(quiet.until(at("2026-10-25T01:30:00Z"))).isEmpty();
  }

  @Test
  void endInTheHourThatIsSkippedWhenItIsOver() {
    var quiet = new QuietTime("22:00", "02:30", "Europe/Belgrade");

    assertThat(quiet.until(at("2026-03-29T00:45:00Z"))).contains(at("2026-03-29T01:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 22:00, Europe/Belgrade",
    "24:00, 07:00, Europe/Belgrade",
    "9:00, 17:00, Europe/Belgrade",
    "22:00, 07:00, +01:00",
    "22:00, 07:00, Europe/Atlantis",
    "22:00, 07:00, GMT"
  })
  void areTwoTimesInAZone(String from, String to, String zone) {
    assertThatThrownBy(() -> new QuietTime(from, to, zone))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
