package org.homeward.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.homeward.schema.values.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddressTest {

  private static Optional<String> of(@Nullable String town, @Nullable String text) {
    return Address.of(new Place("RS", null, town, text, null, null, null));
  }

  @Test
  void oneHouseIsTheSameInEachScriptAndSpelling() {
    Optional<String> latin = of("Novi Sad", "Bulevar Mihajla Pupina 12/3");

    assertThat(latin).isPresent();
    assertThat(of("Нови Сад", "Булевар Михајла Пупина 12/3")).isEqualTo(latin);
    assertThat(of("NOVI SAD", "bulevar  mihajla pupina, 12 / 3.")).isEqualTo(latin);
    assertThat(of("Niš", "Đure Jakšića 4")).isEqualTo(of("Ниш", "Ђуре Јакшића 4"));
  }

  @Test
  void anotherHouseIsAnother() {
    assertThat(of("Novi Sad", "Glavna 12")).isNotEqualTo(of("Novi Sad", "Glavna 2"));
    assertThat(of("Novi Sad", "Glavna 12")).isNotEqualTo(of("Niš", "Glavna 12"));
  }

  @Test
  void aStreetOrATownAloneIsNoHouse() {
    assertThat(of("Novi Sad", "Glavna")).isEmpty();
    assertThat(of("Novi Sad", null)).isEmpty();
    assertThat(of(null, "Glavna 12")).isEmpty();
    assertThat(of("…", "12")).isEmpty();
  }
}
