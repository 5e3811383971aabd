package org.homeward.intake.photos.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedRecordsTest {

  private static final String ID = "7a6b5c4d-3e2f-4101-9213-141516171819";
  private static final byte[] RECORD = "реч полиције ".repeat(40).getBytes(UTF_8);

  private static final Instant AT = Instant.parse("2026-11-29T22:00:00.123Z");

  @TempDir private Path directory;

  private final SealedRecords records = new SealedRecords(new DerivedIds(new byte[32]));

  private static Optional<byte[]> read(SealedRecords by, String id, List<Map<String, String>> all) {
    Optional<byte[]> read = Optional.empty();
    for (Map<String, String> codes : all) {
      read = by.next(id, codes);
    }
    return read;
  }

  @Test
  @Proves(8)
  void aLongRecordGoesIntoSomeLinesAsCodesAndComesBack() {
    List<Map<String, String>> lines = records.codes(ID, RECORD);

    assertThat(lines).hasSizeGreaterThan(2);
    var log = new EndsLog(directory.resolve("ends")); // refuses words, and what is too long
    log.append(
        lines.stream()
            .map(codes -> new EndsLine(AT, "photo/" + ID, Long.MAX_VALUE, "destroyed", codes))
            .toList());
    List<Map<String, String>> kept = log.read().lines().stream().map(EndsLine::codes).toList();
    assertThat(kept).isEqualTo(lines);
    assertThat(read(records, ID, kept)).hasValue(RECORD);
    assertThat(read(records, ID, lines)).as("twice").hasValue(RECORD);
  }

  @Test
  void whatWasWrittenTwiceInPartIsReadOnce() {
    List<Map<String, String>> lines = records.codes(ID, RECORD);

    assertThat(records.next(ID, lines.getFirst())).isEmpty();
    assertThat(read(records, ID, records.codes(ID, RECORD))).hasValue(RECORD);
  }

  @Test
  void aDamagedOneOneOfAnotherPictureAndOneOfAnotherNodeSayNothing() {
    List<Map<String, String>> lines = records.codes(ID, RECORD);
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(read(records, ID, lines.subList(1, lines.size()))).isEmpty();
    assertThat(read(records, "another", lines)).isEmpty();
    assertThat(read(new SealedRecords(new DerivedIds(other)), ID, lines)).isEmpty();
    assertThat(records.next(ID, Map.of("place", "0", "count", "1", "w0", "-"))).isEmpty();
    assertThat(records.next(ID, Map.of())).isEmpty();
  }
}
