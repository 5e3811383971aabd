package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.alert.subscribers.mail.DomainBreakers;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class SendSmsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final PhoneNumber NUMBER = new PhoneNumber("+381641234567");

  private final SettableClock clock = SettableClock.at(NOW);
  private final List<ShortMessage> handedOver = new ArrayList<>();
  private final List<MailResult> counted = new ArrayList<>();
  private MailResult answer = new MailResult.Accepted(SmsVerdicts.PROVIDER);

  private final SendSms sendSms =
      new SendSms(
          true,
          new ShortMessages() {
            @Override
            public MailResult send(ShortMessage message, Instant latest) {
              handedOver.add(message);
              return answer;
            }

            @Override
            public boolean isBound() {
              return true;
            }
          },
          new DomainBreakers(clock),
          Duration.ofSeconds(5),
          counted::add,
          clock);

  private MailResult send(Instant until) {
    return sendSms.send(NUMBER, "m", "text", until, NOW.plusSeconds(10));
  }

  @Test
  @Proves(4)
  void nothingIsHandedOverOfAnAlertThatHasEnded() {
    assertThat(send(NOW.plusSeconds(1))).isInstanceOf(MailResult.Later.class);
    assertThat(handedOver).isEmpty();

    assertThat(send(NOW.plusSeconds(60))).isInstanceOf(MailResult.Accepted.class);
    assertThat(send(null)).isInstanceOf(MailResult.Accepted.class);
    assertThat(handedOver).hasSize(2);
    assertThat(counted).hasSize(3);
  }

  @Test
  void aProviderThatRefusesIsThereAndOneThatIsSilentIsLeftAlone() {
    answer = SmsVerdicts.refused(0x58);
    for (int n = 0; n < 20; n++) {
      MailResult _ = send(null);
    }
    answer = SmsVerdicts.notSent("no-turn");
    for (int n = 0; n < 20; n++) {
      MailResult _ = send(null);
    }
    assertThat(sendSms.permits()).isTrue();

    answer = SmsVerdicts.lost("timeout");
    for (int n = 0; n < 20; n++) {
      MailResult _ = send(null);
    }
    assertThat(sendSms.permits()).isFalse();
  }

  @Test
  @Proves(8)
  void neitherNumberNorTextStandsInTheTextOfAMessage() {
    assertThat(new ShortMessage("m", NUMBER, "text", null).toString())
        .doesNotContain("381", "text");
  }
}
