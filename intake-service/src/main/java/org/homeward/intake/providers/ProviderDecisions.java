package org.homeward.intake.providers;

import java.time.Instant;
import org.homeward.intake.providers.ProviderCommand.Check;
import org.homeward.intake.providers.ProviderCommand.Say;
import org.homeward.intake.providers.ProviderCommand.TakeOut;
import org.homeward.intake.providers.ProviderDecision.Changed;
import org.homeward.intake.providers.ProviderDecision.Refused;
import org.homeward.intake.providers.ProviderDecision.TakenOut;
import org.homeward.intake.providers.ProviderDecision.Unchanged;

/** Decides what a command does to a provider. */
final class ProviderDecisions {

  private ProviderDecisions() {}

  static ProviderDecision decide(KeptProvider state, ProviderCommand wish, Instant now) {
    return switch (state) {
      case Provider provider -> decide(provider, wish, now);
      case GoneProvider _ ->
          switch (wish) {
            case Say _, Check _ -> new Refused();
            case TakeOut _ -> new Unchanged();
          };
    };
  }

  private static ProviderDecision decide(Provider provider, ProviderCommand wish, Instant now) {
    return switch (wish) {
      case Say say -> {
        Provider next =
            provider.saying(say.details(), say.namesAddress() ? say.address() : provider.address());
        yield next.equals(provider) ? new Unchanged() : new Changed(next);
      }
      case Check(String by) -> new Changed(provider.checked(by, now));
      case TakeOut() -> new TakenOut();
    };
  }
}
