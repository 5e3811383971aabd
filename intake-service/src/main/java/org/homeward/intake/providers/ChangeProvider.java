package org.homeward.intake.providers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;

/**
 * Writes providers down and changes them; rings each day while nobody has asked one for too long.
 */
final class ChangeProvider implements AlarmHandler {

  private static final String CHECK_DUE = "check";

  private static final Duration AGAIN = Duration.ofDays(1);

  private final GuardedDocuments<KeptProvider> providers;
  private final Duration checkEvery;
  private final Consumer<String> bell;
  private final Clock clock;

  /**
   * @param bell rings for the provider of this id
   */
  ChangeProvider(
      GuardedDocuments<KeptProvider> providers,
      Duration checkEvery,
      Consumer<String> bell,
      Clock clock) {
    this.providers = providers;
    this.checkEvery = checkEvery;
    this.bell = bell;
    this.clock = clock;
  }

  WriteOutcome.OfCreating<KeptProvider, Boolean> add(Provider provider, Command command) {
    Edit<KeptProvider> edit =
        Edit.<KeptProvider>of(provider, provider.checkedBy()).withDues(dues(provider));
    return providers.create(UUID.randomUUID().toString(), edit, command, true);
  }

  /**
   * @param version that the person has read
   */
  WriteOutcome.OfRequest<KeptProvider, ProviderDecision> change(
      String id, OptionalLong version, Command command, ProviderCommand wish, String by) {
    return providers.change(
        id,
        Check.of(command, version),
        read -> decision(ProviderDecisions.decide(read.state(), wish, clock.instant()), read, by));
  }

  private Decision<KeptProvider, ProviderDecision> decision(
      ProviderDecision decided, Guarded<KeptProvider> read, String by) {
    return switch (decided) {
      case ProviderDecision.Changed(Provider next) -> {
        Map<String, Instant> dues = new TreeMap<>(read.dues()); // those of its history stay
        dues.putAll(dues(next));
        if (read.state() instanceof Provider before && leaves(before, next)) {
          dues.put(KeptHistory.FORGET_DUE, clock.instant()); // upholds 8
        }
        yield Decision.write(Edit.<KeptProvider>of(next, by).withDues(dues), decided);
      }
      case ProviderDecision.TakenOut() ->
          Decision.write(
              Edit.<KeptProvider>of(GoneProvider.GONE, by)
                  .withDues(
                      KeptHistory.goneDues(clock.instant(), GoneProvider.KEPT_FOR)) // upholds 8
                  .asEssential(),
              decided);
      case ProviderDecision.Unchanged _, ProviderDecision.Refused _ -> Decision.keep(decided);
    };
  }

  /** An address that people have left is in no history. */
  private static boolean leaves(Provider before, Provider next) {
    return before.sealed() && before.address() != null && !before.address().equals(next.address());
  }

  private Map<String, Instant> dues(Provider provider) {
    return Map.of(CHECK_DUE, provider.toCheckAt(checkEvery)); // upholds 11
  }

  @Override
  public void due(String id) {
    Instant now = clock.instant();
    providers
        .find(id)
        .filter(read -> read.dueAt(now).contains(CHECK_DUE))
        .ifPresent(read -> due(read, now));
  }

  private void due(Guarded<KeptProvider> read, Instant now) {
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.remove(CHECK_DUE);
    boolean rings = read.state() instanceof Provider live && live.isUnchecked(checkEvery, now);
    if (read.state() instanceof Provider live) {
      dues.put(CHECK_DUE, rings ? now.plus(AGAIN) : live.toCheckAt(checkEvery));
    }
    if (providers.note(read, read.state(), dues) && rings) {
      bell.accept(read.id()); // upholds 11
    }
  }
}
