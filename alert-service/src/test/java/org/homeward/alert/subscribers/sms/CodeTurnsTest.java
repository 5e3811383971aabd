package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;

class CodeTurnsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int CEILING = 5;

  private static CodeTurns given(String... numbers) {
    CodeTurns turns = stored(CodeTurns.NONE);
    for (String number : numbers) {
      turns = stored(turns.next(CEILING, number, NOW).orElseThrow());
    }
    return turns;
  }

  /** As the store gives it back. */
  private static CodeTurns stored(CodeTurns turns) {
    var codec = new JsonStateCodec<>(Json.mapper(), CodeTurns.class, Shapes.FIRST);
    return codec.read(codec.write(turns), codec.schema());
  }

  @Test
  void documentThatNobodyHasUsedYetIsRead() {
    assertThat(stored(CodeTurns.NONE)).isEqualTo(CodeTurns.NONE);
  }

  @Test
  void threeCodesAnHourGoToOneNumber() {
    CodeTurns three = given("a", "a", "a");

    assertThat(three.next(CEILING, "a", NOW)).isEmpty();
    assertThat(three.next(CEILING, "b", NOW)).isPresent();
    assertThat(three.next(CEILING, "a", NOW.plus(CodeTurns.HOUR))).isPresent();
  }

  @Test
  void theNodeHasACeilingForAllNumbers() {
    CodeTurns five = given("a", "a", "b", "c", "d");

    assertThat(five.next(CEILING, "e", NOW.plusSeconds(3599))).isEmpty();
    assertThat(five.next(CEILING, "e", NOW.plus(CodeTurns.HOUR)).orElseThrow().given())
        .as("what does not count any more is forgotten")
        .hasSize(1);
  }

  @Test
  void aClockThatWasAheadHoldsNobodyUp() {
    var ahead = new CodeTurns.Turn("a", NOW.plus(Duration.ofDays(3)));

    assertThat(new CodeTurns(List.of(ahead, ahead, ahead)).next(CEILING, "a", NOW)).isPresent();
  }
}
