package org.homeward.frame.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.homeward.durable.reader.ReaderState;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class IndicatorsTest {

  private static final ReaderState READING = new ReaderState.Reading();
  private static final ReaderState RETRYING = new ReaderState.Retrying("MongoTimeoutException", 3);
  private static final ReaderState STOPPED = new ReaderState.Stopped("offsets-lost");

  @Test
  void onlyAReaderThatReadsIsUp() {
    assertThat(status(READING)).isEqualTo(Status.UP);
    assertThat(status(new ReaderState.Starting("broker"))).isEqualTo(Status.DOWN);
    assertThat(status(RETRYING)).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(status(STOPPED)).isEqualTo(Status.DOWN);
  }

  @Test
  void whatStandsStillSaysWhatToDoAndWhere() {
    assertThat(whatToDo("rs.cases", STOPPED))
        .contains("accept-gap")
        .contains("/actuator/republish of intake");
    assertThat(whatToDo("rs.alerts", STOPPED)).contains("of alert");
    assertThat(whatToDo("rs.handovers", new ReaderState.Starting("broker")))
        .contains("start bridge");
  }

  @Test
  void theWorstOfSeveralReadersIsShown() {
    var reading = Indicators.reader("rs.cases", READING);
    var retrying = Indicators.reader("rs.alerts", RETRYING);
    var stopped = Indicators.reader("rs.handovers", STOPPED);

    assertThat(Indicators.worst(List.of(reading, retrying, stopped))).isEqualTo(stopped);
    assertThat(Indicators.worst(List.of(reading, retrying))).isEqualTo(retrying);
    assertThat(Indicators.worst(List.of(reading, reading)).getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aClockThatDiffersFromTheStoresByMoreThanTheAnswerTookIsNamed() {
    Instant store = Instant.parse("2026-03-01T12:00:00Z");
    assertThat(clock(store, -1, 1).getStatus()).isEqualTo(Status.UP);
    assertThat(clock(store, -600, 1).getStatus()).as("a slow answer").isEqualTo(Status.UP);
    assertThat(clock(store, 4, 4).getStatus()).isEqualTo(Status.UP);
    assertThat(clock(store, 600, 601).getStatus()).isEqualTo(Status.DOWN);
    assertThat(clock(store, 600, 601).getDetails()).containsEntry("secondsAhead", 600L);
    assertThat(clock(store, -601, -600).getStatus()).isEqualTo(Status.DOWN);
    assertThat(clock(store, -601, -600).getDetails()).containsEntry("secondsBehind", 600L);
  }

  @Test
  void aDiskThatIsNearlyFullSaysHowMuchIsLeftAndWhere() {
    var asked = Health.down().withDetail("free", 1024L).build();

    Health full = Indicators.disk(asked, Path.of("/var/lib/homeward"));

    assertThat(full.getStatus()).isEqualTo(Status.DOWN);
    assertThat(full.getDetails())
        .containsEntry("free", 1024L)
        .containsEntry("path", Path.of("/var/lib/homeward"))
        .containsEntry("code", "disk-full")
        .containsKey("whatToDo");
    assertThat(Indicators.disk(Health.up().build(), Path.of("data")).getStatus())
        .isEqualTo(Status.UP);
  }

  private static Health clock(Instant store, int before, int after) {
    return Indicators.clock(store.plusSeconds(before), store, store.plusSeconds(after));
  }

  private static Status status(ReaderState state) {
    return Indicators.reader("rs.cases", state).getStatus();
  }

  private static String whatToDo(String topic, ReaderState state) {
    Health health = Indicators.reader(topic, state);
    assertThat(health.getDetails()).containsEntry("topic", topic);
    return String.valueOf(health.getDetails().get("whatToDo"));
  }
}
