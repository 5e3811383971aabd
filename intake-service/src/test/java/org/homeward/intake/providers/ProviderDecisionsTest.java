package org.homeward.intake.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.homeward.intake.providers.ProviderCommand.Check;
import org.homeward.intake.providers.ProviderCommand.Say;
import org.homeward.intake.providers.ProviderCommand.TakeOut;
import org.homeward.intake.providers.ProviderDecision.Changed;
import org.homeward.intake.providers.ProviderDecision.Refused;
import org.homeward.intake.providers.ProviderDecision.TakenOut;
import org.homeward.intake.providers.ProviderDecision.Unchanged;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.SupportService;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration EVERY = Duration.ofDays(180);
  private static final Details SHELTER = details(SupportService.ACCOMMODATION);
  private static final Details LAWYER = details(SupportService.LEGAL_ADVICE);

  private static Details details(SupportService service) {
    return new Details(
        "A house", Set.of(service), new PhoneNumber("+381112345678"), null, Set.of(), 0, 17, 4);
  }

  private static Provider provider(Details details, @Nullable String address) {
    return Provider.of(details, address, "jelena", NOW);
  }

  private static ProviderDecision decide(KeptProvider state, ProviderCommand wish) {
    return ProviderDecisions.decide(state, wish, NOW.plusSeconds(60));
  }

  private static Provider changed(KeptProvider state, ProviderCommand wish) {
    assertThat(decide(state, wish)).isInstanceOf(Changed.class);
    return ((Changed) decide(state, wish)).next();
  }

  @Test
  @Proves(6)
  void whatShelteredPeopleStaysSealedWhateverTheEntrySaysLater() {
    Provider shelter = provider(SHELTER, "Road 1");
    assertThat(shelter.openAddress()).isEmpty();

    Provider lawyer = changed(shelter, new Say(LAWYER, null, false));

    assertThat(lawyer.address()).isEqualTo("Road 1");
    assertThat(lawyer.openAddress()).isEmpty();
    assertThat(changed(lawyer, new Say(LAWYER, "Road 2", true)).openAddress()).isEmpty();
    assertThat(changed(provider(LAWYER, "Road 1"), new Say(SHELTER, null, false)).openAddress())
        .as("it shelters people from now on")
        .isEmpty();
    assertThat(provider(LAWYER, "Road 1").openAddress()).contains("Road 1");
    assertThat(provider(SHELTER, "Road 1").toString() + SHELTER).doesNotContain("Road", "A house");
  }

  @Test
  void anAddressThatNobodyNamesStays() {
    assertThat(decide(provider(LAWYER, "Road 1"), new Say(LAWYER, null, false)))
        .isInstanceOf(Unchanged.class);
    assertThat(changed(provider(LAWYER, "Road 1"), new Say(LAWYER, null, true)).address()).isNull();
  }

  @Test
  @Proves(11)
  void whoeverWasNotAskedForSoLongIsUnchecked() {
    Provider old = provider(LAWYER, null);
    assertThat(old.isUnchecked(EVERY, NOW.plus(EVERY).minusSeconds(1))).isFalse();
    assertThat(old.isUnchecked(EVERY, NOW.plus(EVERY))).isTrue();

    Provider asked = changed(old, new Check("mira"));

    assertThat(asked.isUnchecked(EVERY, NOW.plus(EVERY))).isFalse();
    assertThat(asked.checkedBy()).isEqualTo("mira");
    assertThat(changed(old, new Say(SHELTER, null, false)).checkedAt())
        .as("saying it anew is no asking")
        .isEqualTo(NOW);
  }

  @Test
  void whatIsTakenOutIsGone() {
    assertThat(decide(provider(SHELTER, "Road 1"), new TakeOut())).isInstanceOf(TakenOut.class);
    for (ProviderCommand wish :
        new ProviderCommand[] {new Say(LAWYER, null, false), new Check("x")}) {
      assertThat(decide(GoneProvider.GONE, wish)).isInstanceOf(Refused.class);
    }
    assertThat(decide(GoneProvider.GONE, new TakeOut())).isInstanceOf(Unchanged.class);
  }
}
