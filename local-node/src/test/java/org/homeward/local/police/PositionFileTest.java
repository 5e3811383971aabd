package org.homeward.local.police;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionFileTest {

  @TempDir Path directory;

  @Test
  void aPositionIsReadAsItWasKept() throws Exception {
    Path file = directory.resolve("position.json");
    var positions = new PositionFile(file, "https://hotline.example desk-1");
    var position =
        new Position(
            "abcdefgh.17", Set.of("ab", "cd"), Map.of("n-1", new Held(3, false), "n-2", Held.GONE));

    assertThat(positions.read()).isEmpty();
    positions.keep(position);

    assertThat(positions.read()).contains(position);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var other = new PositionFile(file, "https://hotline.example desk-2");
    assertThatThrownBy(other::read)
        .isInstanceOf(PositionFile.Foreign.class)
        .hasMessageContaining("another desk");
  }

  @Test
  void whatIsNoPositionIsNotTakenForTheBeginning() throws Exception {
    Path file = Files.writeString(directory.resolve("position.json"), "{\"place\": ");

    assertThatThrownBy(new PositionFile(file, "any")::read)
        .isInstanceOf(PositionFile.Foreign.class)
        .hasMessageContaining("delete it");
  }

  @Test
  void endsAreForgottenAfterAWhileAndSearchesNever() {
    var position = new Position("abcdefgh.0", Set.of(), Map.of("open", new Held(1, false)));
    for (int i = 0; i < 1_010; i++) {
      position = position.shown("over-" + i, new Held(2, true));
    }

    assertThat(position.notices())
        .hasSize(1_001)
        .containsKeys("open", "over-1009")
        .doesNotContainKey("over-9");
  }
}
