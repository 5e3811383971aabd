package org.homeward.durable.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListWalkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CHANGED",
        "CHANGED OPEN",
        "NEWEST OPEN - -",
        "CHANGED OPEN - - ",
        "CHANGED OPEN - - 1",
        "CHANGED OPEN - - 1 2",
        "CHANGED OPEN 1e3 -",
        "CHANGED OPEN 9999999999999999 -",
        "RANK OPEN - - 9999999999 2 id",
        "RANK OPEN - - 1 2 i d",
        "RANK {\"$gt\":1} - -",
      })
  void whatIsNoWalkIsNotRead(String text) {
    String carried = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    assertThat(ListWalk.of(carried)).isEmpty();
    assertThat(ListWalk.of(text)).isEmpty();
  }

  @Test
  void everyTextOfAWalkIsReadBack() {
    ListWalk walk = ListWalk.of(ListOrder.RANK, "OPEN");
    assertThat(ListWalk.of(walk.text())).contains(walk);
  }
}
