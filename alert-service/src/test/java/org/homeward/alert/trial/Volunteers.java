package org.homeward.alert.trial;

import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.alert.trial.ScriptedSmtp.Received;

/** People who want to be told, in a region that is theirs alone. */
public final class Volunteers {

  private static final Pattern CONFIRM =
      Pattern.compile("(/api/v1/subscriptions/confirm/[\\w-]{43})");

  /** Districts of Serbia of which no other test speaks. */
  private static final List<String> REGIONS =
      Stream.of("00 03 04 05 06 08 09 10 11 12 13 14 15 16 17 18 19 20 21 23 24".split(" "))
          .map("RS-"::concat)
          .toList();

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final int STEP = 1_000;

  private final TrialNode node;
  public final String region;

  private Volunteers(TrialNode node, String region) {
    this.node = node;
    this.region = region;
  }

  /**
   * In the region that was used least lately; whom an earlier test left to be told there leaves.
   */
  public static Volunteers of(TrialNode node) {
    String region = REGIONS.get(NEXT.getAndIncrement() % REGIONS.size());
    SubscriptionNumbers numbers = node.bean(SubscriptionNumbers.class);
    for (long first = 1; first <= numbers.watermark(); first += STEP) {
      numbers.range(first, first + STEP - 1).values().stream()
          .filter(there -> there.regions().isEmpty() || there.regions().contains(region))
          .map(Destination::address)
          .forEach(
              address -> {
                if (address instanceof Address.Mailbox mailbox) {
                  node.anonymous().post(mailbox.leaveLink().getPath(), "");
                } else if (address instanceof Address.Endpoint endpoint) {
                  new TrialWebhook(node, endpoint.webhook(), "").command(node.admin(), "revoke");
                }
              });
    }
    return new Volunteers(node, region);
  }

  /** Subscribed, confirmed and numbered; the names begin with these. */
  public List<String> join(String language, boolean exercise, String... names) {
    List<String> emails = new ArrayList<>();
    for (String name : names) {
      String email = name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
      emails.add(email);
      node.anonymous()
          .post(
              "/api/v1/subscriptions",
              """
              {"email": "%s", "country": "RS", "regions": ["%s"], "language": "%s",
               "exercise": %s}"""
                  .formatted(email, region, language, exercise));
    }
    long before = node.bean(SubscriptionNumbers.class).watermark();
    for (String email : emails) {
      String link = link(mails(email, 1).getFirst());
      if (node.anonymous().post(link, "").status() != 200) {
        throw new AssertionError("not confirmed");
      }
    }
    await().until(() -> node.bean(SubscriptionNumbers.class).watermark() >= before + emails.size());
    return emails;
  }

  /** Waits for so many mails, the confirmation counted. */
  public List<Received> mails(String email, int count) {
    return await().until(() -> node.smtp().receivedBy(email), mails -> mails.size() >= count);
  }

  public static String text(Received mail) {
    return part(mail, 0);
  }

  public static String html(Received mail) {
    return part(mail, 1);
  }

  private static String part(Received mail, int which) {
    try {
      var parts = (MimeMultipart) mail.message().getContent();
      return parts.getBodyPart(which).getContent().toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static String subject(Received mail) {
    try {
      return mail.message().getSubject();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a mail asks to confirm. */
  public static String link(Received mail) {
    Matcher link = CONFIRM.matcher(text(mail));
    if (!link.find()) {
      throw new AssertionError("no link");
    }
    return link.group(1);
  }
}
