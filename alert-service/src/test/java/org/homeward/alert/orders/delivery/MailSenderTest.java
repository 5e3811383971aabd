package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSenderTest {

  private static final Instant DEADLINE = Instant.parse("2026-03-01T12:00:10Z");
  private static final Destination TO =
      new Destination(
          1,
          "s1",
          new Address.Mailbox(
              "v1@example.org", URI.create("http://127.0.0.1:8080/api/v1/subscriptions/leave/1")),
          "RS",
          List.of(),
          "en",
          false,
          false);

  private final List<Mail> sent = new ArrayList<>();
  private final MailSender sender =
      new MailSender(
          (mail, deadline) -> {
            sent.add(mail);
            return new MailResult.Accepted("provider");
          },
          Breakers.NONE);

  private MailResult send(String id, String subject) {
    return send(id, subject, "en");
  }

  private MailResult send(String id, String subject, String language) {
    try (Sender.Session session = sender.session()) {
      return session.send(
          new Message(
              id, subject, "text", language, List.of(), MessageSamples.ISSUED, Instant.EPOCH),
          TO,
          DEADLINE,
          () -> true);
    }
  }

  @ParameterizedTest
  @CsvSource({"<a@example.org>, ' '", "<a@example.org>, 'a\nb'", "a, subject"})
  @Proves(2)
  void messageThatIsNoMailIsNeverSentAndDoesNotEndItsBatch(String id, String subject) {
    assertThat(send(id, subject)).isEqualTo(new MailResult.Never("not-a-mail"));
    assertThat(sent).isEmpty();
  }

  @Test
  void serbianIsMarkedWithItsScript() {
    send("<a@example.org>", "subject", "sr");

    assertThat(sent.getFirst().language()).isEqualTo("sr-Latn");
    assertThat(sent.getFirst().html()).contains("<html lang=\"sr-Latn\">");
  }

  @Test
  void messageIsSent() {
    assertThat(send("<a@example.org>", "a <b> & c")).isEqualTo(new MailResult.Accepted("provider"));
    assertThat(sent).extracting(Mail::to).containsExactly("v1@example.org");
    assertThat(sent.getFirst().html())
        .startsWith(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\">"
                + "<title>a &lt;b&gt; &amp; c</title></head><body>");
  }
}
