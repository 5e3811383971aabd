package org.homeward.alert.orders.alerts;

import java.util.List;
import java.util.Set;
import org.homeward.durable.document.Check;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.GuardedDocuments;

/** Takes away: a child's part, or the whole alert. One person is enough, at once. */
public final class ReduceAlert {

  private final AlertWrites writes;

  ReduceAlert(GuardedDocuments<Alert> alerts) {
    this.writes = new AlertWrites(alerts);
  }

  public AlertAnswer cancel(String id, Command command, String person) {
    return change(id, command, person, new AlertCommand.Cancel());
  }

  public AlertAnswer withdraw(String id, String child, Command command, String person) {
    return change(id, command, person, new AlertCommand.Withdraw(child));
  }

  private AlertAnswer change(String id, Command command, String person, AlertCommand wish) {
    return AlertAnswer.of(
        writes.change(id, List.of(Check.once(command)), person, read -> wish), Set.of());
  }
}
