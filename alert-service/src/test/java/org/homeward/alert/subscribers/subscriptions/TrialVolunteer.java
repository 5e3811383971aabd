package org.homeward.alert.subscribers.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.ScriptedSmtp.Received;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.alarm.Alarms;

/** Somebody who asks to be told, reads the mails and follows their links. */
final class TrialVolunteer {

  private static final String PATH = "/api/v1/subscriptions";

  private final TrialNode node = TrialNode.get();
  private final Wire anybody = node.anonymous();
  private final SubscriptionNumbers numbers = node.bean(SubscriptionNumbers.class);
  private final Alarms alarms = node.aggregate("subscriptions", Subscription.class).alarms();

  Answer ask(String address) {
    return ask(address, "[\"RS-01\", \"RS-22\"]", "sr");
  }

  Answer ask(String address, String regions, String language) {
    return anybody.post(
        PATH,
        """
        {"email": "%s", "country": "RS", "regions": %s, "language": "%s"}"""
            .formatted(address, regions, language));
  }

  /** The mail of this number to somebody; waits for it. */
  Received mail(String to, int count) {
    await()
        .until(
            () -> {
              alarms.ring();
              return node.smtp().receivedBy(to).size() >= count;
            });
    return node.smtp().receivedBy(to).get(count - 1);
  }

  static String link(Received mail) {
    String link = Volunteers.link(mail);
    assertThat(Volunteers.html(mail)).contains(link);
    return link;
  }

  static String leaveLink(Received mail) {
    return mail.header("List-Unsubscribe").replaceAll("<http://[^/]+(/.*)>", "$1");
  }

  static Address.Mailbox mailbox(Destination of) {
    return (Address.Mailbox) of.address();
  }

  Destination confirmed(String to) {
    return confirmed(to, 1);
  }

  Destination confirmed(String to, int mail) {
    long before = numbers.watermark();
    assertThat(anybody.post(link(mail(to, mail)), "").status()).isEqualTo(200);
    await().until(() -> numbers.watermark() == before + 1);
    return numbers.range(before + 1, before + 1).get(before + 1);
  }

  /** The mail of somebody who asked later is here: ours would be, too. */
  void settle() {
    String marker = "marker-" + UUID.randomUUID() + "@example.org";
    ask(marker);
    mail(marker, 1);
  }
}
