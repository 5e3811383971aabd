package org.homeward.alert.orders.alerts;

import java.util.List;
import java.util.Set;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.snapshots.ReturnReason;
import org.jspecify.annotations.Nullable;

/** Takes away: what waits, a child's part, or the whole alert. One person is enough, at once. */
public final class ReduceAlert {

  private final AlertWrites writes;

  ReduceAlert(GuardedDocuments<Alert> alerts) {
    this.writes = new AlertWrites(alerts);
  }

  /**
   * @param wrongChild it was about the wrong child; one person of any role may say so
   */
  AlertAnswer cancel(SeenAlert alert, boolean wrongChild, Command command) {
    return change(alert.id(), command, alert.person(), new AlertCommand.Cancel(wrongChild));
  }

  /**
   * @param last what follows when no other child is left in it
   */
  AlertAnswer withdraw(SeenAlert alert, String child, AlertCommand.Last last, Command command) {
    return change(alert.id(), command, alert.person(), new AlertCommand.Withdraw(child, last));
  }

  /**
   * The waiting proposal goes back to its author, who may write it anew.
   *
   * @param hash of the preview that the person has read
   * @param words for the author; null when the reason says enough
   */
  AlertAnswer giveBack(
      SeenAlert alert, String hash, ReturnReason reason, @Nullable String words, Command command) {
    String person = alert.person();
    return change(
        alert.id(), command, person, new AlertCommand.Return(hash, person, reason, words));
  }

  /** It was cancelled before the data were restored. */
  public void cancelAgain(String id, boolean wrongChild, Command command, String by) {
    AlertAnswer _ = change(id, command, by, new AlertCommand.Cancel(wrongChild));
  }

  /** The child's part was withdrawn before the data were restored. */
  public void withdrawAgain(String id, String child, Command command, String by) {
    AlertAnswer _ = change(id, command, by, AlertCommand.Withdraw.of(child));
  }

  private AlertAnswer change(String id, Command command, String person, AlertCommand wish) {
    return AlertAnswer.of(
        writes.change(id, List.of(Check.once(command)), person, read -> wish), Set.of());
  }
}
