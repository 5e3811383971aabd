package org.homeward.alert.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.durable.reader.ReaderState;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class HealthConfigurationTest {

  @Test
  void onlyAReaderThatReadsIsUp() {
    assertThat(status(new ReaderState.Reading())).isEqualTo(Status.UP);
    assertThat(status(new ReaderState.Starting("broker"))).isEqualTo(Status.DOWN);
    assertThat(status(new ReaderState.Retrying("MongoTimeoutException", 3)))
        .isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(status(new ReaderState.Stopped("offsets-lost"))).isEqualTo(Status.DOWN);
  }

  @Test
  void whatStandsStillSaysWhatToDo() {
    Health stopped = HealthConfiguration.reader(new ReaderState.Stopped("offsets-lost"));

    assertThat(stopped.getDetails().get("whatToDo").toString())
        .contains("accept-gap")
        .contains("republish");
  }

  private static Status status(ReaderState state) {
    return HealthConfiguration.reader(state).getStatus();
  }
}
