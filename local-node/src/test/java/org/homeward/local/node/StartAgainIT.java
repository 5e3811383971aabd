package org.homeward.local.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A heap that is full again and again does not take the machine with it. */
class StartAgainIT {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path directory;

  private Launch launch;

  @BeforeEach
  void somethingThatEnds() {
    launch =
        new Launch(
            directory,
            directory.resolve("it.log"),
            directory.resolve("it.pid"),
            Map.of(),
            List.of("sh", "-c", "echo started", "it", "-Xmx100m"));
  }

  @Test
  void theSixthTimeWithinTenMinutesItStaysEndedUntilSomebodyStartsIt() throws Exception {
    for (int minute = 0; minute < 5; minute++) {
      endsWithAFullHeap(minute);
      assertThat(said()).contains("now -Xmx");
    }
    long last = PidFile.read(launch.pidFile()).orElseThrow().pid();

    endsWithAFullHeap(5);

    assertThat(PidFile.read(launch.pidFile()).orElseThrow().pid()).isEqualTo(last);
    assertThat(said())
        .isEqualTo(
            "heap full at 2026-05-01T12:05:00Z, not started again,"
                + " the sixth time within ten minutes");
    assertThat(Files.readString(launch.log())).contains("not started again");

    StartAgain.forget(launch.pidFile());
    assertThat(StartAgain.said(launch.pidFile())).isEmpty();
  }

  @Test
  void onceInALongWhileItIsStartedAgainForEver() throws Exception {
    for (int minute = 0; minute < 70; minute += 10) {
      endsWithAFullHeap(minute);
      assertThat(said()).endsWith("now -Xmx100m");
    }
  }

  @Test
  void moreHeapIsHalfAsMuchAgainUpToTheMost() {
    assertThat(launch.withMoreHeap(1_000).heap()).isEqualTo("-Xmx150m");
    assertThat(launch.withMoreHeap(120).heap()).isEqualTo("-Xmx120m");
  }

  @Test
  void aHeapAboveTheMostStaysAsItIs() {
    assertThat(launch.withMoreHeap(50).heap()).isEqualTo("-Xmx100m");
  }

  private void endsWithAFullHeap(int minute) throws IOException, InterruptedException {
    if (Files.notExists(launch.pidFile())) {
      launch.start();
    }
    long pid = PidFile.read(launch.pidFile()).orElseThrow().pid();
    StartAgain.again(launch, pid, NOW.plus(Duration.ofMinutes(minute)));
  }

  private String said() {
    return StartAgain.said(launch.pidFile()).orElseThrow();
  }
}
