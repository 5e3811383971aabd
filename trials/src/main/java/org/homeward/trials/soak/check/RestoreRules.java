package org.homeward.trials.soak.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.trials.soak.check.EndState.AlertEnd;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Restored;
import org.jspecify.annotations.Nullable;

/**
 * Rules for a restore: a restored node sends nothing before people open it, and lists what went out
 * and is missing in its copy. A volunteer who left gets no mail, restore or not.
 */
final class RestoreRules implements Checker.Rule {
  /** The mails that may be in flight when a volunteer leaves: one batch and one slow mail. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(16);

  @Override
  public void check(Run run, List<Violation> found) {
    for (Restored restored : run.restores()) {
      closed(run, restored, found);
      for (Operation asked : run.operations()) {
        if (asked.isOk() && restored.forgets(asked) && Memory.isNoted(asked, restored)) {
          named(run, restored, asked, found);
        }
      }
    }
    run.of(Kind.LEAVE).filter(KeyedRequests::isOk).forEach(wish -> left(run, wish, found));
  }

  private static void closed(Run run, Restored restored, List<Violation> found) {
    if (restored.node().equals(AlertRules.NODE)) {
      long mails =
          run.end().mails().stream()
              .filter(mail -> !mail.alert().isEmpty())
              .filter(mail -> isWithin(mail.at(), restored))
              .count();
      if (mails > 0) {
        found.add(
            new Violation(
                4, restored.node() + ": restored, and sent " + mails + " mails unopened"));
      }
    }
    for (Operation asked : run.operations()) {
      boolean offered =
          asked.kind() == Kind.OFFER && asked.node().equals(restored.node()) && asked.isOk();
      if (offered
          && asked.answered() != null
          && isWithin(asked.invoked(), restored)
          && isWithin(asked.answered(), restored)
          && !wasOfferedBefore(run, asked)) {
        found.add(new Violation(6, asked.subject() + ": offered by a node that is not open"));
      }
    }
  }

  private static boolean isWithin(Instant at, Restored restored) {
    return at.isAfter(restored.started()) && at.isBefore(restored.opened());
  }

  /** Then it is a repeat, which may be answered. */
  private static boolean wasOfferedBefore(Run run, Operation asked) {
    return run.operations().stream()
        .anyMatch(
            op ->
                op.key().equals(asked.key())
                    && op.invoked().isBefore(asked.invoked())
                    && (op.isOk() || op.result() == Operation.Result.UNKNOWN));
  }

  private static void named(Run run, Restored restored, Operation asked, List<Violation> found) {
    if (asked.kind() == Kind.OFFER
        && run.handover(asked.node(), asked.gave()).isEmpty()
        && !restored.missing().contains("handover/" + asked.gave())) {
      found.add(new Violation(7, asked.subject() + ": offered, forgotten, and not named"));
    }
    if (asked.kind() == Kind.APPROVE
        && !restored.missing().contains("alert/" + asked.gave())
        && isUnapproved(run.node(asked.node()).alerts().get(asked.gave()))) {
      found.add(new Violation(4, asked.subject() + ": issued, forgotten, and not named"));
    }
  }

  private static boolean isUnapproved(@Nullable AlertEnd alert) {
    return alert == null || alert.approver().isEmpty();
  }

  private static void left(Run run, KeyedRequests wish, List<Violation> found) {
    Instant gone = wish.answered().plus(ON_ITS_WAY);
    boolean told =
        run.end().mails().stream()
            .anyMatch(mail -> mail.to().equals(wish.subject()) && mail.at().isAfter(gone));
    if (told) {
      found.add(new Violation(4, wish.subject() + " has left, and is sent mails"));
    }
  }
}
