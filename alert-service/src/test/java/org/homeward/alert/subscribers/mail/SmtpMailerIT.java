package org.homeward.alert.subscribers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.homeward.alert.trial.ScriptedSmtp;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SmtpMailerIT {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(400);

  private final Clock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final ScriptedSmtp smtp = ScriptedSmtp.start();
  private final SmtpMailer mailer = mailer(smtp.address());

  private SmtpMailer mailer(String address) {
    return new SmtpMailer(new SmtpServer(address, "Notices <notices@rs.homeward.invalid>"), clock);
  }

  @AfterEach
  void end() {
    mailer.close();
    smtp.close();
  }

  private Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  private static Mail to(String to) {
    return new Mail(
        "<0a1b@rs.homeward.invalid>",
        to,
        "Молба – παράκληση",
        "Žuti ranac.\n.\nBlue shoes.\n",
        "<p>Žuti ranac.</p>",
        "sr",
        URI.create("http://127.0.0.1:8080/api/v1/subscriptions/leave/x"),
        List.of("<1@rs.homeward.invalid>", "<2@rs.homeward.invalid>"));
  }

  @Test
  void mailGoesOutWithEverythingAReaderNeeds() throws Exception {
    assertThat(mailer.send(to("ana@example.org"), in(LONG)))
        .isEqualTo(new MailResult.Accepted("127.0.0.1"));

    ScriptedSmtp.Received mail = smtp.received().getFirst();
    assertThat(mail.to()).isEqualTo("ana@example.org");
    assertThat(mail.message().getSubject()).isEqualTo("Молба – παράκληση");
    assertThat(mail.message().getSentDate()).isEqualTo(clock.instant());
    assertThat(mail.header("From")).isEqualTo("Notices <notices@rs.homeward.invalid>");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("Content-Language")).isEqualTo("sr");
    assertThat(mail.header("List-Unsubscribe"))
        .isEqualTo("<http://127.0.0.1:8080/api/v1/subscriptions/leave/x>");
    assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(mail.header("In-Reply-To")).isEqualTo("<2@rs.homeward.invalid>");
    assertThat(mail.header("References"))
        .contains("<1@rs.homeward.invalid>", "<2@rs.homeward.invalid>");
    assertBodies(mail.message());
  }

  private static void assertBodies(MimeMessage message) throws Exception {
    var parts = (MimeMultipart) message.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    BodyPart plain = parts.getBodyPart(0);
    BodyPart html = parts.getBodyPart(1);
    assertThat(plain.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(plain.getContent().toString().replace("\r\n", "\n"))
        .isEqualTo("Žuti ranac.\n.\nBlue shoes.\n");
    assertThat(html.getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
    assertThat(html.getContent()).isEqualTo("<p>Žuti ranac.</p>");
  }

  @Test
  @Proves(2)
  void mailThatIsSentAgainHasTheSameMessageId() {
    mailer.send(to("drop-ana@example.org"), in(LONG));
    mailer.send(to("drop-ana@example.org"), in(LONG));

    assertThat(smtp.received())
        .extracting(ScriptedSmtp.Received::messageId)
        .containsExactly("<0a1b@rs.homeward.invalid>", "<0a1b@rs.homeward.invalid>");
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 554 go away,     Later,   connect-554",
    "CONNECT, 421 too many,    Later,   connect-421",
    "CONNECT, DROP,            Later,   connect",
    "CONNECT, HANG,            Later,   connect",
    "CONNECT, DRIP,            Later,   connect",
    "EHLO,    HANG,            Later,   connect",
    "MAIL,    451 not now,     Later,   mail-451",
    "MAIL,    550 not you,     Later,   mail-550",
    "MAIL,    DROP,            Later,   mail",
    "RCPT,    450 busy,        Later,   rcpt-450",
    "RCPT,    421 shutting,    Later,   rcpt-421",
    "RCPT,    550 no such,     Never,   rcpt-550",
    "RCPT,    552 full,        Never,   rcpt-552",
    "RCPT,    DROP,            Later,   rcpt",
    "RCPT,    HANG,            Later,   rcpt",
    "DATA,    451 not now,     Later,   data-451",
    "DATA,    554 no,          Never,   data-554",
    "DATA,    DROP,            Unknown, data",
    "DATA,    HANG,            Unknown, data",
    "END,     452 no space,    Later,   end-452",
    "END,     554 spam,        Never,   end-554",
    "END,     DROP,            Unknown, end",
    "END,     HANG,            Unknown, end",
    "END,     DRIP,            Unknown, end",
    "END,     garbage,         Unknown, end"
  })
  void whatTheServerDoesDecides(String step, String answer, String outcome, String reason) {
    smtp.answering(step, answer);

    MailResult result =
        mailer.send(
            to("ana@example.org"),
            in(answer.equals("HANG") || answer.equals("DRIP") ? SHORT : LONG));

    assertThat(result.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(reason(result)).isEqualTo(reason);
  }

  private static String reason(MailResult result) {
    return switch (result) {
      case MailResult.Accepted _ -> "";
      case MailResult.Later(Duration _, String reason) -> reason;
      case MailResult.Never(String reason) -> reason;
      case MailResult.Unknown(String _, String reason) -> reason;
    };
  }

  @Test
  void refusalCountsEvenWhenTheConnectionIsLostRightAfterIt() {
    smtp.answering("END", "554 spam").answering("RSET", ScriptedSmtp.DROP);

    assertThat(mailer.send(to("ana@example.org"), in(LONG)))
        .isEqualTo(new MailResult.Never("end-554"));
  }

  @Test
  void deadlineClosesTheSocket() {
    mailer.send(to("hang-ana@example.org"), in(SHORT));

    await().until(() -> smtp.leftByClient() == 1);
  }

  @Test
  void relayWhoseNameNobodyAnswersForCostsNoMoreThanTheDeadline() {
    var never = new CompletableFuture<InetAddress>();
    var server = new SmtpServer(smtp.address(), "notices@rs.homeward.invalid", _ -> never.join());
    try (var lost = new SmtpMailer(server, clock)) {
      assertThat(lost.send(to("ana@example.org"), in(SHORT)))
          .isInstanceOfSatisfying(
              MailResult.Later.class, later -> assertThat(later.reason()).isEqualTo("connect"));
    }
  }

  @Test
  void refusedConnectionAndSpentTimeAreLater() {
    smtp.close();

    assertThat(mailer.send(to("ana@example.org"), in(LONG))).isInstanceOf(MailResult.Later.class);
    assertThat(mailer.send(to("ana@example.org"), clock.instant()))
        .isInstanceOf(MailResult.Later.class);
  }

  @Test
  void manyMailsUseFewConnectionsAndABadRecipientHarmsNobody() {
    List<MailResult> results = new ArrayList<>();
    try (Mailer.Session session = mailer.session()) {
      for (int i = 0; i < 150; i++) {
        results.add(
            session.send(to(i % 10 == 3 ? "refuse-" + i + "@x.org" : i + "@x.org"), in(LONG)));
        if (i % 50 == 25) {
          results.add(session.send(to("drop-" + i + "@x.org"), in(LONG)));
        }
      }
    }

    assertThat(results).filteredOn(MailResult.Accepted.class::isInstance).hasSize(135);
    assertThat(results).filteredOn(MailResult.Never.class::isInstance).hasSize(15);
    assertThat(results).filteredOn(MailResult.Unknown.class::isInstance).hasSize(3);
    assertThat(smtp.connections()).isLessThanOrEqualTo(6);
  }

  @Test
  void serverThatEndsAnIdleConnectionGetsTheMailOnANewOne() {
    try (Mailer.Session session = mailer.session()) {
      session.send(to("ana@example.org"), in(LONG));
      smtp.dropConnections();

      assertThat(session.send(to("eva@example.org"), in(LONG)))
          .isInstanceOf(MailResult.Accepted.class);
    }
    assertThat(smtp.receivedBy("eva@example.org")).hasSize(1);
  }

  @Test
  void anotherServersReadingIsOurs() throws Exception {
    int port = FreePorts.take();
    var green = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    green.start();
    try (var toGreen = mailer("127.0.0.1:" + port)) {
      assertThat(toGreen.send(to("ana@example.org"), in(LONG)))
          .isInstanceOf(MailResult.Accepted.class);

      MimeMessage message = green.getReceivedMessages()[0];
      assertThat(message.getMessageID()).isEqualTo("<0a1b@rs.homeward.invalid>");
      assertBodies(message);
    } finally {
      green.stop();
    }
  }
}
