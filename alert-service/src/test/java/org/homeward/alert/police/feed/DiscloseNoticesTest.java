package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.Withdrawal;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Guarded;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.DeskAddress;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which notices there are for a desk. */
class DiscloseNoticesTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Withdrawal TAKEN = new Withdrawal(2, NOW, List.of());
  private static final DeskAddress OTHER_DESK = new DeskAddress(Set.of("desk-2"), Set.of(), false);

  private final List<AuditEntry> looks = new ArrayList<>();
  private final Disclosures disclosures =
      new Disclosures(looks::add, TransferRules.withinNode("rs", "RS"), SettableClock.at(NOW));
  private final KnownDesk desk =
      new KnownDesk("desk-1", null, null, "RS", Set.of("RS"), false, Instant.EPOCH);

  private final DiscloseNotices disclose =
      new DiscloseNotices(
          disclosures,
          disclosures,
          new References(
              "rs",
              ids -> ids.stream().collect(Collectors.toMap(Function.identity(), _ -> 1L)),
              new DerivedIds(new byte[32])),
          "rs");

  private static Guarded<PoliceNotice> notice(
      String id, @Nullable DeskAddress address, Map<String, Withdrawal> taken, String... notTo) {
    PoliceNotice state =
        new PoliceNotice.Active(
            "rs",
            false,
            null,
            Set.of(notTo),
            Map.of(),
            Says.EMPTY,
            Set.of(),
            List.of(),
            1,
            NOW,
            List.of(),
            address,
            taken,
            Map.of(),
            null,
            List.of());
    return Guarded.unstored(id, 1, state, null, List.of(), Map.of());
  }

  @Test
  @Proves(6)
  void aNoticeThatIsForOtherDesksOrKeptFromThisOneIsNotThere() {
    Guarded<PoliceNotice> all = notice("a", null, Map.of());

    assertThat(disclose.forDesk(desk, all)).contains(new ForDesk.Told(all));
    assertThat(disclose.forDesk(desk, notice("b", OTHER_DESK, Map.of()))).isEmpty();
    assertThat(disclose.forDesk(desk, notice("c", null, Map.of(), "desk:desk-1"))).isEmpty();
  }

  @Test
  @Proves(6)
  void aDeskThatHadItLearnsOnlyThatItHasItNoMore() {
    Guarded<PoliceNotice> taken = notice("a", OTHER_DESK, Map.of("desk-1", TAKEN));

    Optional<ForDesk> found = disclose.forDesk(desk, taken);

    assertThat(found).contains(new ForDesk.Withdrawn(taken, TAKEN));
  }

  @Test
  @Proves({6, 10})
  void ofManyNoticesOnlyThoseThatMayBeToldHaveAnItem() {
    ForDesk open = new ForDesk.Told(notice("a", null, Map.of()));
    ForDesk kept = new ForDesk.Told(notice("b", null, Map.of(), "desk:desk-1"));

    assertThat(disclose.to(desk, List.of(open, kept)).orElseThrow()).containsOnlyKeys("a");
    assertThat(looks)
        .singleElement()
        .satisfies(look -> assertThat(look.subjects()).containsExactly("a"));
  }
}
