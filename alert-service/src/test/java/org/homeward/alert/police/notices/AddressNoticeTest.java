package org.homeward.alert.police.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.disclosure.DeskAddress;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From whom a notice is taken back. */
class AddressNoticeTest {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final DeskSnapshot DESK =
      new DeskSnapshot("desk-1", "Novi Sad", Set.of("RS"), false, true, null, null);
  private static final Withdrawal TAKEN = new Withdrawal(2, AT, List.of());

  private final AddressNotice addressNotice = new AddressNotice(() -> List.of(DESK), "rs");

  private static PoliceNotice notice(@Nullable DeskAddress address, String... notTo) {
    return new PoliceNotice.Active(
        "rs",
        false,
        null,
        Set.of(notTo),
        Map.of(),
        Says.EMPTY,
        Set.of(),
        List.of(),
        1,
        AT,
        List.of(),
        address,
        Map.of(),
        Map.of(),
        null,
        List.of());
  }

  private Map<String, Withdrawal> withdrawn(PoliceNotice before, String... notTo) {
    return addressNotice.withdrawn(Optional.of(before), Set.of(notTo), AT, List.of());
  }

  @Test
  @Proves(4)
  void itIsTakenBackFromADeskThatHadIt() {
    assertThat(withdrawn(notice(null), "desk:desk-1")).isEqualTo(Map.of("desk-1", TAKEN));

    var other = new DeskAddress(Set.of("desk-2"), Set.of(), false);
    assertThat(withdrawn(notice(other), "desk:desk-1")).as("it never had it").isEmpty();
  }

  @Test
  @Proves(4)
  void itIsTakenBackFromOnePersonOfADeskThatGoesOnReadingIt() {
    assertThat(withdrawn(notice(null), "person:p-7")).isEqualTo(Map.of("desk-1/person:p-7", TAKEN));
    assertThat(withdrawn(notice(null, "person:p-7"), "person:p-7", "country:GR")).isEmpty();
  }
}
