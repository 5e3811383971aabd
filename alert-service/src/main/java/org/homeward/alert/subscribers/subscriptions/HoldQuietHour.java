package org.homeward.alert.subscribers.subscriptions;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.subscribers.mail.SameMailbox;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;

/**
 * Lets one subscription at a time have a mailbox's mail, however the address is spelled, whichever
 * side it is for and whichever instance is asked. The document's id is derived from the mailbox
 * with the node's key; its alarm takes it away.
 */
public final class HoldQuietHour {

  private final GuardedDocuments<QuietHour> quietHours;
  private final DerivedIds ids;

  HoldQuietHour(GuardedDocuments<QuietHour> quietHours, DerivedIds ids) {
    this.quietHours = quietHours;
    this.ids = ids;
  }

  /**
   * Begins an hour, or begins it again for the one that holds it: after a crash before its mail was
   * stored it may begin again.
   *
   * @param begins when the mail goes out
   * @return false while another subscription holds the mailbox
   */
  public boolean hold(String email, String subscription, Instant now, Instant begins) {
    String id = ids.of("quiet-hour", SameMailbox.keyOf(email), 0);
    return switch (quietHours.put(id, read -> decide(read, subscription, now, begins))) {
      case WriteOutcome.Written(_, var held) -> held;
      case WriteOutcome.Kept(_, var held) -> held;
      case WriteOutcome.NotMade(var held) -> held;
    };
  }

  private static Decision<QuietHour, Boolean> decide(
      Optional<Guarded<QuietHour>> read, String subscription, Instant now, Instant begins) {
    boolean another =
        read.filter(held -> !held.state().heldBy().equals(subscription))
            .map(held -> held.dues().get(KeptHistory.GONE_DUE))
            .filter(now::isBefore)
            .isPresent();
    return another
        ? Decision.keep(false)
        : Decision.write(
            Edit.of(new QuietHour(subscription), Subscribe.BY)
                .withDues(Map.of(KeptHistory.GONE_DUE, begins.plus(QuietHour.LENGTH)))
                .asEssential(),
            true);
  }
}
