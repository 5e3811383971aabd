package org.homeward.alert.orders.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.testkit.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "RS-VO, RS-01, true",
        "RS-01, RS-VO, true",
        "RS-01, RS-01, true",
        "RS-VO, RS-22, false",
        "RS-01, RS-02, false",
        "RS-22 RS-KM, RS-25, true",
        "-, RS-22, true",
        "RS-01, -, true"
      })
  @Proves(3)
  void anAreaConcernsTheRegionsInItAndThoseThatItIsIn(
      String regions, String wanted, boolean concerned) {
    assertThat(new Area("RS", codes(regions)).concerns("RS", codes(wanted))).isEqualTo(concerned);
    assertThat(new Area("RS", codes(regions)).concerns("ME", codes(wanted))).isFalse();
  }

  private static List<String> codes(String regions) {
    return regions == null ? List.of() : Stream.of(regions.split(" ")).toList();
  }
}
