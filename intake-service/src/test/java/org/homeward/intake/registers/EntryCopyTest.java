package org.homeward.intake.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.homeward.schema.snapshots.AuthoritySnapshot;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryCopyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  private static final Instant NEXT_YEAR = Instant.parse("2027-03-01T22:15:00Z");

  private static DeskSnapshot desk(
      String name, boolean confirmed, @Nullable Instant expires, @Nullable Instant revoked) {
    return new DeskSnapshot("d1", name, Set.of("RS"), false, confirmed, expires, revoked);
  }

  private static final EntryCopy<DeskSnapshot> CHECKED =
      new EntryCopy<>(desk("PS", true, NOW, null), NOW, false).asChecked();

  @Test
  @Proves(6)
  void aNewKeyOfAKnownDeskIsCheckedAgain() {
    assertThat(CHECKED.telling(desk("PS", true, NOW, null)).asksForCheck()).isFalse();
    assertThat(CHECKED.telling(desk("PS", true, NEXT_YEAR, null)).asksForCheck())
        .as("renewed")
        .isTrue();
    assertThat(CHECKED.telling(desk("PS", false, NOW, null)).asksForCheck())
        .as("nobody has confirmed its new key yet")
        .isTrue();
  }

  @Test
  @Proves(6)
  void aDeskThatReadsAgainIsCheckedAgain() {
    EntryCopy<DeskSnapshot> revoked = CHECKED.telling(desk("PS", true, NOW, NOW));
    assertThat(revoked.asksForCheck()).isFalse();
    assertThat(revoked.telling(desk("PS", true, NOW, null)).asksForCheck()).isTrue();
  }

  @Test
  @Proves(6)
  void anAuthorityIsCheckedAgainOnceItIsConfirmed() {
    var entered = new AuthoritySnapshot("a1", "MUP", Set.of("p-1004"), false, NEXT_YEAR, null);
    var confirmed = new AuthoritySnapshot("a1", "MUP", Set.of("p-1004"), true, NEXT_YEAR, null);
    var copy = new EntryCopy<>(entered, NOW, false).asChecked();
    assertThat(copy.telling(entered).asksForCheck()).isFalse();
    assertThat(copy.telling(confirmed).asksForCheck()).isTrue();
  }
}
