package org.homeward.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

  @Test
  void whatABrowserBringsBackIsWhereItWas() {
    String sealed = "a-_".repeat(19) + "xY";
    Place place = Place.NOWHERE.with(Part.ALERTS, "efgh5678.2").with(Part.CASES, sealed);

    assertThat(place).hasToString("cases." + sealed + "~alerts.efgh5678.2");
    assertThat(Place.of(place.toString())).isEqualTo(place);
    assertThat(place.with(Part.CASES, "abcd1234.18").of(Part.CASES)).isEqualTo("abcd1234.18");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~~~",
        "cases.abcd1234",
        "cases.abcd1234.1&after=x",
        "weather.abcd1234.1",
        "cases.abcd1234.1\nid: 2"
      })
  void whatIsNoPlaceCountsForNothing(String text) {
    assertThat(Place.of(text).of(Part.CASES)).isEmpty();
  }
}
