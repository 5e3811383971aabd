package org.homeward.durable.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeward.durable.store.Incarnation;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndsLogTest {

  private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path directory;

  private static EndsLine line(long n) {
    return new EndsLine(AT, "case/c-" + n, n, "end", Map.of("child", "k", "outcome", "FOUND"));
  }

  private Path file() {
    return directory.resolve("ends-trial.log");
  }

  @Test
  void linesComeBackInOrder() {
    new EndsLog(file()).append(List.of(line(1), line(2)));
    new EndsLog(file()).append(List.of(line(3)));

    assertThat(new EndsLog(file()).read())
        .isEqualTo(new EndsLog.Content(List.of(line(1), line(2), line(3)), 0));
  }

  @Test
  void aTornLastLineCostsNoOther() throws Exception {
    var log = new EndsLog(file());
    log.append(List.of(line(1), line(2)));
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 9));

    log.append(List.of(line(3)));

    assertThat(log.read()).isEqualTo(new EndsLog.Content(List.of(line(1), line(3)), 1));
  }

  @Test
  void aDamagedLineIsCountedAndNotBelieved() throws Exception {
    var log = new EndsLog(file());
    log.append(List.of(line(1)));
    Files.writeString(file(), Files.readString(file()).replace("c-1", "c-9"));
    Files.writeString(file(), "no line at all\n", StandardOpenOption.APPEND);

    assertThat(log.read()).isEqualTo(new EndsLog.Content(List.of(), 2));
  }

  @Test
  @Proves(8)
  void onlyIdsAndCodesGetIn() {
    assertThatThrownBy(() -> new EndsLine(AT, "case/c", 1, "end", Map.of("by", "Petar Primer")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("Petar");
    assertThatThrownBy(() -> new EndsLine(AT, "case/c\n", 1, "end", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNewestMarkAndTheHighestIncarnationStay() {
    Path mark = directory.resolve("run-trial");
    new RunMark(5, 1, AT).note(mark);
    new RunMark(4, 1, AT).note(mark);
    assertThat(RunMark.read(mark)).contains(new RunMark(5, 1, AT));

    Path incarnation = directory.resolve("incarnation");
    assertThat(Incarnation.raise(incarnation, 2)).isEqualTo(2);
    assertThat(Incarnation.raise(incarnation, 1)).isEqualTo(2);
    assertThat(Incarnation.read(incarnation).number()).isEqualTo(2);
  }
}
