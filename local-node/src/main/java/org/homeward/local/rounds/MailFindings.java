package org.homeward.local.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.local.client.MailPage.Mail;

/** What one alert's mails must not show, whatever died while they were sent. */
final class MailFindings {
  private static final int OF_SLICE = 400;
  private static final int BATCH = 20;

  private final String words;
  private final Instant stopped;
  private final Map<String, List<Mail>> alerts = new HashMap<>();
  private final Map<String, List<Mail>> ends = new HashMap<>();

  /**
   * @param words mark the alert's mails; its end answers one of them
   * @param begun when it was approved: no mail of it is older
   */
  MailFindings(String words, Instant begun, Instant stopped, List<Mail> mails) {
    this.words = words;
    this.stopped = stopped;
    for (Mail mail : mails) {
      if (isAlert(mail)) {
        alerts.computeIfAbsent(mail.to(), _ -> new ArrayList<>()).add(mail);
      } else if (!mail.header("In-Reply-To").isEmpty() && !mail.at().isBefore(begun)) {
        ends.computeIfAbsent(mail.to(), _ -> new ArrayList<>()).add(mail);
      }
    }
  }

  int told() {
    return alerts.size();
  }

  int ended() {
    return ends.size();
  }

  int repeated() {
    return (int) alerts.values().stream().filter(mails -> mails.size() > 1).count();
  }

  int late() {
    return (int)
        alerts.values().stream()
            .flatMap(List::stream)
            .filter(mail -> mail.at().isAfter(stopped))
            .count();
  }

  /** Those who may have got the alert and have no end yet. */
  Set<String> waiting(Set<String> unknown) {
    Set<String> waiting = new TreeSet<>(alerts.keySet());
    waiting.addAll(unknown);
    waiting.removeAll(ends.keySet());
    return waiting;
  }

  /**
   * Empty when all is as it must be.
   *
   * @param unknown mailboxes that the node lists as "may have got it"
   * @param mailboxes how many were subscribed when it was approved
   */
  List<String> of(Set<String> unknown, int mailboxes) {
    List<String> violations = new ArrayList<>();
    if (alerts.size() * 2 < mailboxes) {
      violations.add("only " + alerts.size() + " of " + mailboxes + " mailboxes were told at all");
    }
    int slices = (mailboxes + OF_SLICE - 1) / OF_SLICE;
    if (!waiting(unknown).isEmpty()) {
      violations.add(waiting(unknown).size() + " mailboxes were told and got no end");
    }
    if (late() > slices * BATCH) {
      violations.add(late() + " mails started after the stop; " + slices + " batches may have");
    }
    Set<String> undue = new HashSet<>(ends.keySet());
    undue.removeAll(alerts.keySet());
    undue.removeAll(unknown);
    if (!undue.isEmpty()) {
      violations.add(undue.size() + " mailboxes got an end and no alert");
    }
    repeats(alerts, "alert", unknown, violations);
    repeats(ends, "end", unknown, violations);
    return violations;
  }

  private static void repeats(
      Map<String, List<Mail>> mails, String what, Set<String> unknown, List<String> violations) {
    for (var entry : mails.entrySet()) {
      if (entry.getValue().size() > 1) {
        if (entry.getValue().stream().map(Mail::messageId).distinct().count() > 1) {
          violations.add("a mailbox got the " + what + " twice, under two ids");
        }
        if (!unknown.contains(entry.getKey())) {
          violations.add("a mailbox got the " + what + " twice, and nobody lists it");
        }
      }
    }
  }

  private boolean isAlert(Mail mail) {
    return mail.text().contains(words);
  }
}
