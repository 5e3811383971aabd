package org.homeward.durable.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DerivedIdsTest {

  private final DerivedIds ids = new DerivedIds(new byte[32]);

  @Test
  void idIsAVersionEightUuid() {
    UUID id = UUID.fromString(ids.of("police-notice", "a", 0));

    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void idIsTheSameForEveryRepetition() {
    assertThat(ids.of("police-notice", "a", 0))
        .isEqualTo(new DerivedIds(new byte[32]).of("police-notice", "a", 0));
  }

  @Test
  void anotherKindSourceOrdinalOrKeyGivesAnotherId() {
    byte[] other = new byte[32];
    other[31] = 1;

    assertThat(
            Stream.of(
                ids.of("police-notice", "a", 0),
                ids.of("police-notice", "b", 0),
                ids.of("police-notice", "a", 1),
                ids.of("feed", "a", 0),
                new DerivedIds(other).of("police-notice", "a", 0)))
        .doesNotHaveDuplicates();
  }

  @Test
  void shortKeyIsRefused() {
    assertThatThrownBy(() -> new DerivedIds(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
