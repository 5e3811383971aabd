package org.homeward.local.rounds;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.MailPage;
import org.homeward.local.client.MailPage.Mail;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.Poll;
import org.homeward.local.topics.Topics;

/** Waits until all that was wanted is seen, and nothing is on its way any more. */
final class Drain {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration TICK = Duration.ofMillis(200);

  private final NodePlan node;
  private final Hotline hotline;
  private final Hotline partner;
  private final Mailboxes mailboxes;
  private final MailPage.Reader reader;
  private final List<Mail> mails = new ArrayList<>();

  Drain(NodePlan node, Hotline hotline, Hotline partner, Mailboxes mailboxes) {
    this.node = node;
    this.hotline = hotline;
    this.partner = partner;
    this.mailboxes = mailboxes;
    this.reader = hotline.mail().reader();
  }

  void await(Wishes wishes, FeedWatch watch) {
    wishes.filed().stream()
        .filter(call -> call.told().released())
        .forEach(call -> watch.await(call.told().plate(), PATIENCE));
    Set<String> cases = wishes.filed().stream().map(Call::caseId).collect(Collectors.toSet());
    try (var topics = new Topics(node.broker())) {
      String name = node.name();
      Poll.until(PATIENCE, TICK, () -> topics.keys(name + ".cases").containsAll(cases));
      Poll.until(PATIENCE, TICK, () -> topics.hasRead(name + ".alert", name + ".cases"));
    }
    var handovers = new HandoverFindings(partner);
    Poll.until(PATIENCE, TICK, () -> handovers.waiting(wishes.offers()).isEmpty());
    Poll.until(
        PATIENCE, TICK, () -> findings(wishes.broadcast()).waiting(unknown(wishes)).isEmpty());
  }

  /** What the mails of this round show. */
  List<String> mailFindings(Broadcast broadcast, PrintStream out) {
    MailFindings findings = findings(broadcast);
    Set<String> unknown = unknown(broadcast);
    out.printf(
        "  alert: %d of %d mailboxes told, %d ended; after the stop %d mails; %d twice, %d of unknown outcome%n",
        findings.told(),
        watermark(broadcast),
        findings.ended(),
        findings.late(),
        findings.repeated(),
        unknown.size());
    List<String> violations = new ArrayList<>(findings.of(unknown, watermark(broadcast)));
    if (!broadcast.trouble().isEmpty()) {
      violations.add("alert: " + broadcast.trouble());
    }
    return violations;
  }

  private MailFindings findings(Broadcast broadcast) {
    mails.addAll(reader.next());
    Predicate<Mail> isAlert = mail -> mail.text().contains(broadcast.words());
    Set<String> ids =
        mails.stream().filter(isAlert).map(Mail::messageId).collect(Collectors.toSet());
    List<Mail> ours =
        mails.stream()
            .filter(
                isAlert
                    .or(mail -> ids.contains(mail.header("In-Reply-To")))
                    .or(mail -> mailboxes.addresses().contains(mail.to())))
            .toList();
    return new MailFindings(broadcast.words(), broadcast.approved(), broadcast.stopped(), ours);
  }

  /** How many subscriptions there were at the approval, those of others too. */
  private int watermark(Broadcast broadcast) {
    return new AlertDesk(hotline.as("jelena"))
        .read(broadcast.alert())
        .json()
        .path("watermark")
        .asInt(0);
  }

  private Set<String> unknown(Wishes wishes) {
    return unknown(wishes.broadcast());
  }

  /** Mailboxes of which the node says that it does not know, or did not, whether they got it. */
  private Set<String> unknown(Broadcast broadcast) {
    Set<String> unknown = new TreeSet<>();
    if (!broadcast.alert().isEmpty()) {
      var jelena = new AlertDesk(hotline.as("jelena"));
      unknown.addAll(jelena.mailboxes(broadcast.alert(), "UNKNOWN"));
      unknown.addAll(jelena.mailboxes(broadcast.alert(), "REPEATED"));
    }
    return unknown;
  }
}
