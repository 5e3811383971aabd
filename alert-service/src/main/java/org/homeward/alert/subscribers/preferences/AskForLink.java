package org.homeward.alert.subscribers.preferences;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.subscribers.mail.EmailAddress;
import org.homeward.alert.subscribers.subscriptions.LinkTokens;
import org.homeward.alert.subscribers.subscriptions.QuietHour;
import org.homeward.alert.subscribers.subscriptions.SubscriptionIds;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.frame.store.StoreCapacity;

/**
 * Takes a request for a link. It writes the same document whether the address is known here or not,
 * and looks at no subscription: neither the answer nor its time can tell.
 */
final class AskForLink {

  /** Nobody who could be named: the form is open to all. */
  static final String BY = "anybody";

  private final GuardedDocuments<PreferenceLink> links;
  private final StoreCapacity room;
  private final SubscriptionIds ids;
  private final Runnable quiet;
  private final Clock clock;

  /**
   * @param quiet hears of each asking that leads to no link because the address has its hour
   */
  AskForLink(
      GuardedDocuments<PreferenceLink> links,
      StoreCapacity room,
      SubscriptionIds ids,
      Runnable quiet,
      Clock clock) {
    this.links = links;
    this.room = room;
    this.ids = ids;
    this.quiet = quiet;
    this.clock = clock;
  }

  /** The answer is the same for every address. */
  enum Asked {
    TAKEN,
    NO_ROOM
  }

  /** Safe to repeat: an address has one link in an hour. */
  Asked ask(String email, String country, boolean exercise) {
    EmailAddress.require(email);
    if (!room.has(StoreCapacity.Work.SUBSCRIPTION)) {
      return Asked.NO_ROOM;
    }
    Instant now = clock.instant();
    String nonce = LinkTokens.nonce();
    WriteOutcome<PreferenceLink, Boolean> asked =
        links.put(ids.of(email, country, exercise), read -> decide(read, nonce, now));
    if (!(asked instanceof WriteOutcome.Written<PreferenceLink, Boolean>)) {
      quiet.run();
    }
    return Asked.TAKEN;
  }

  private static Decision<PreferenceLink, Boolean> decide(
      Optional<Guarded<PreferenceLink>> read, String nonce, Instant now) {
    boolean quiet = read.filter(found -> now.isBefore(found.state().quietUntil())).isPresent();
    return quiet
        ? Decision.keep(false)
        : Decision.write(
            Edit.of(PreferenceLink.asked(nonce, now), BY)
                .withDues(
                    Map.of(
                        SendLink.MAIL_DUE,
                        now,
                        KeptHistory.GONE_DUE,
                        now.plus(QuietHour.LENGTH))) // upholds 8
                .asEssential(),
            true);
  }
}
