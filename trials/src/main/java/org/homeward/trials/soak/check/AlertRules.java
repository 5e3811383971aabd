package org.homeward.trials.soak.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.trials.soak.check.EndState.AlertEnd;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Rules for mails: none without authority; after a stop only the batch in flight; the end for every
 * recipient; a repeat only when it is listed.
 */
final class AlertRules implements Checker.Rule {
  /** The node whose volunteers get the mails. */
  static final String NODE = "rs";

  private static final int OF_SLICE = 400;
  private static final int BATCH = 20;

  @Override
  public void check(Run run, List<Violation> found) {
    run.of(Kind.OWN_APPROVAL)
        .filter(KeyedRequests::isOk)
        .forEach(
            wish -> found.add(new Violation(3, wish.subject() + ": approved by its own author")));
    run.operations().stream()
        .filter(second -> second.kind() == Kind.SECOND_ALERT && second.isOk())
        .filter(second -> isBesideLive(run, second))
        .map(second -> new Violation(2, second.subject() + ": a second alert beside a live one"))
        .distinct()
        .forEach(found::add);
    Set<String> drafted =
        run.of(Kind.DRAFT).map(KeyedRequests::subject).collect(Collectors.toSet());
    run.end().mails().stream()
        .map(MailEnd::alert)
        .filter(mark -> !mark.isEmpty() && !drafted.contains(mark))
        .distinct()
        .forEach(mark -> found.add(new Violation(3, mark + ": mails of an alert nobody drafted")));
    drafted.forEach(subject -> new Alert(run, subject).check(found));
    approvers(run, found);
  }

  /** Nobody stops or ends the first before the second is answered. */
  private static boolean isBesideLive(Run run, Operation second) {
    return run.operations().stream()
        .filter(first -> first.kind() == Kind.APPROVE && first.isOk())
        .filter(first -> first.subject().equals(second.subject()))
        .anyMatch(first -> run.isAnsweredBefore(first, second));
  }

  private static void approvers(Run run, List<Violation> found) {
    for (var node : run.end().nodes().values()) {
      for (AlertEnd alert : node.alerts().values()) {
        if (!alert.approver().isEmpty() && alert.approver().equals(alert.author())) {
          found.add(new Violation(3, "alert " + alert.id() + ": its author approved it"));
        }
      }
    }
    run.of(Kind.APPROVE)
        .filter(KeyedRequests::isOk)
        .filter(
            wish -> {
              AlertEnd alert = run.node(wish.node()).alerts().get(wish.gave());
              return alert == null || alert.approver().isEmpty();
            })
        .forEach(wish -> found.add(new Violation(1, wish.subject() + ": its approval is lost")));
  }

  /** One alert's mails. */
  private static final class Alert {
    private final Run run;
    private final String subject;
    private final Map<String, List<MailEnd>> alerts = new TreeMap<>();
    private final Map<String, List<MailEnd>> ends = new TreeMap<>();
    private final Set<String> maybe;
    private final @Nullable AlertEnd kept;

    Alert(Run run, String subject) {
      this.run = run;
      this.subject = subject;
      KeyedRequests draft = run.about(subject, Kind.DRAFT).orElseThrow();
      kept = run.node(draft.node()).alerts().get(draft.gave());
      maybe = run.end().maybe().getOrDefault(draft.gave(), Set.of());
      run.alertMails(subject)
          .forEach(mail -> alerts.computeIfAbsent(mail.to(), _ -> new ArrayList<>()).add(mail));
      run.endMails(subject)
          .forEach(mail -> ends.computeIfAbsent(mail.to(), _ -> new ArrayList<>()).add(mail));
    }

    void check(List<Violation> found) {
      authority(found);
      stop(found);
      ended(found);
      repeats(alerts, "alert", found);
      repeats(ends, "end", found);
    }

    private void authority(List<Violation> found) {
      Instant approved =
          run.about(subject, Kind.APPROVE).map(KeyedRequests::invoked).orElse(Instant.MAX);
      long early = count(mail -> mail.at().isBefore(approved));
      if (early > 0) {
        found.add(new Violation(3, "%s: %d mails before its approval".formatted(subject, early)));
      }
    }

    private void stop(List<Violation> found) {
      KeyedRequests stop = run.about(subject, Kind.STOP).filter(KeyedRequests::isOk).orElse(null);
      if (stop == null) {
        return;
      }
      long late = count(mail -> mail.at().isAfter(stop.answered()));
      if (late > inFlight()) {
        found.add(new Violation(4, "%s: %d mails began after its stop".formatted(subject, late)));
      }
    }

    private void ended(List<Violation> found) {
      Set<String> told = new TreeSet<>(alerts.keySet());
      told.addAll(maybe);
      if (run.isOk(subject, Kind.END) && isIssued()) {
        Set<String> waiting = new TreeSet<>(told);
        waiting.removeAll(ends.keySet());
        waiting.removeAll(run.gone());
        if (!waiting.isEmpty()) {
          found.add(
              new Violation(
                  4, "%s: %d were told and got no end".formatted(subject, waiting.size())));
        }
      }
      Set<String> undue = new TreeSet<>(ends.keySet());
      undue.removeAll(told);
      // The sender died with a batch that it had recorded as intended: it counts as received.
      if (undue.size() > inFlight()) {
        found.add(
            new Violation(4, "%s: %d got an end and no alert".formatted(subject, undue.size())));
      }
    }

    /** One batch of each slice. */
    private long inFlight() {
      int slices = kept == null ? 1 : (kept.mailboxes() + OF_SLICE - 1) / OF_SLICE;
      return (long) slices * BATCH;
    }

    /** A mail that the restored node does not know must be in the list of what it misses. */
    private boolean isIssued() {
      return kept != null && !kept.approver().isEmpty();
    }

    private void repeats(Map<String, List<MailEnd>> mails, String what, List<Violation> found) {
      for (var entry : mails.entrySet()) {
        if (entry.getValue().size() > 1) {
          if (entry.getValue().stream().map(MailEnd::messageId).distinct().count() > 1) {
            found.add(new Violation(2, subject + ": one mailbox, two ids of the " + what));
          }
          if (!maybe.contains(entry.getKey()) && remembered(entry.getValue()) > 1) {
            found.add(
                new Violation(2, subject + ": a mailbox got the " + what + " twice, unlisted"));
          }
        }
      }
    }

    /** A restored service may repeat what went out after the copy. */
    private long remembered(List<MailEnd> mails) {
      return mails.stream()
          .filter(mail -> run.restoresOf(NODE).noneMatch(r -> r.isWithinLost(mail.at())))
          .count();
    }

    private long count(Predicate<MailEnd> which) {
      return alerts.values().stream().flatMap(List::stream).filter(which).count();
    }
  }
}
