package org.homeward.alert.subscribers.subscriptions;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.subscribers.mail.EmailAddress;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.Becomes;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.frame.store.StoreCapacity;

/**
 * Takes a request to subscribe. The caller learns nothing: neither the answer nor the mail depends
 * on whether the address is known here.
 */
final class Subscribe {

  /** Nobody who could be named: the form is open to all. */
  static final String BY = "anybody";

  private final GuardedDocuments<Subscription> subscriptions;
  private final StoreCapacity room;
  private final HoldQuietHour quietHours;
  private final SubscriptionIds ids;
  private final Runnable quiet;
  private final Clock clock;

  /**
   * @param quiet hears of each asking that leads to no mail because the mailbox has its hour
   */
  Subscribe(
      GuardedDocuments<Subscription> subscriptions,
      StoreCapacity room,
      HoldQuietHour quietHours,
      SubscriptionIds ids,
      Runnable quiet,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.room = room;
    this.quietHours = quietHours;
    this.ids = ids;
    this.quiet = quiet;
    this.clock = clock;
  }

  /** A request to subscribe. */
  record Application(String email, String country, boolean exercise, SubscriptionWish wish) {

    Application {
      EmailAddress.require(email);
    }

    @Override
    public String toString() {
      return "Application[redacted]";
    }
  }

  /** The answer is the same for every address. */
  enum Asked {
    TAKEN,
    NO_ROOM
  }

  /** Safe to repeat. */
  Asked ask(Application application) {
    if (!room.has(StoreCapacity.Work.SUBSCRIPTION)) {
      return Asked.NO_ROOM;
    }
    take(application, clock.instant());
    return Asked.TAKEN;
  }

  private void take(Application application, Instant now) {
    String id = ids.of(application.email(), application.country(), application.exercise());
    if (isQuiet(id, now) || !quietHours.hold(application.email(), id, now, now)) {
      quiet.run();
      return;
    }
    var ask =
        new SubscriptionCommand.Ask(
            application.email(),
            application.country(),
            application.exercise(),
            application.wish(),
            LinkTokens.nonce());
    WriteOutcome<Subscription, Boolean> _ = subscriptions.put(id, read -> decide(read, ask, now));
  }

  private boolean isQuiet(String id, Instant now) {
    return subscriptions
        .find(id)
        .filter(found -> SubscriptionDecisions.isQuiet(found.state(), now))
        .isPresent();
  }

  /** Of two requests at once, the second finds the first one's asking. */
  private static Decision<Subscription, Boolean> decide(
      Optional<Guarded<Subscription>> read, SubscriptionCommand.Ask ask, Instant now) {
    Map<String, Instant> dues = read.map(Guarded::dues).orElse(Map.of());
    return SubscriptionDecisions.decide(read.map(Guarded::state), ask, dues, now)
            instanceof Becomes becomes
        ? Decision.write(edit(becomes), true)
        : Decision.keep(false);
  }

  private static Edit<Subscription> edit(Becomes becomes) {
    return Edit.of(becomes.state(), BY, becomes.changes().toArray(String[]::new))
        .withDues(becomes.dues())
        .asEssential();
  }
}
