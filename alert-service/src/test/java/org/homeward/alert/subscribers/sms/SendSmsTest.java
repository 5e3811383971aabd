package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.homeward.alert.subscribers.mail.DomainBreakers;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendSmsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final PhoneNumber NUMBER = new PhoneNumber("+381641234567");

  private final SettableClock clock = SettableClock.at(NOW);
  private final List<ShortMessage> handedOver = new ArrayList<>();
  private final List<MailResult> counted = new ArrayList<>();
  private MailResult answer = new MailResult.Accepted(SmsVerdicts.PROVIDER);
  private MailResult answerOfSecond = new MailResult.Accepted(SmsVerdicts.PROVIDER);
  private boolean isFirstBound = true;
  private int bySecond;

  private final SendSms sendSms = sendSms(List.of(first()));
  private final SendSms sendByTwo = sendSms(List.of(first(), second()));

  private SendSms sendSms(List<Provider> providers) {
    return new SendSms(
        providers, new DomainBreakers(clock), Duration.ofSeconds(5), counted::add, _ -> {}, clock);
  }

  private Provider first() {
    return provider(
        "sms",
        () -> isFirstBound,
        message -> {
          handedOver.add(message);
          return answer;
        });
  }

  private Provider second() {
    return provider(
        Provider.SECOND,
        () -> true,
        _ -> {
          bySecond++;
          return answerOfSecond;
        });
  }

  private static Provider provider(
      String name, BooleanSupplier isBound, Function<ShortMessage, MailResult> answer) {
    return new Provider(
        name,
        new ShortMessages() {
          @Override
          public SmsResult send(ShortMessage message, Instant latest, BooleanSupplier isStill) {
            return SmsResult.of(answer.apply(message));
          }

          @Override
          public SmsCancel cancel(PhoneNumber to, List<String> ids, Instant latest) {
            return new SmsCancel(false, List.of());
          }

          @Override
          public boolean isBound() {
            return isBound.getAsBoolean();
          }
        });
  }

  private MailResult send(Instant until) {
    return send(sendSms, until, Optional.empty());
  }

  private MailResult sendByTwo(Optional<String> silent) {
    return send(sendByTwo, null, silent);
  }

  private static MailResult send(SendSms by, @Nullable Instant until, Optional<String> silent) {
    var message = new ShortMessage("m", NUMBER, "text", until);
    return by.send(message, NOW.plusSeconds(10), () -> true, silent).result();
  }

  @Test
  @Proves(2)
  void whatOneProviderHasCertainlyNotTakenGoesThroughTheOther() {
    for (MailResult certain :
        List.of(
            SmsVerdicts.refused(0x0b), SmsVerdicts.refused(0x58), SmsVerdicts.notSent("no-turn"))) {
      answer = certain;
      assertThat(sendByTwo(Optional.empty())).isEqualTo(new MailResult.Accepted(Provider.SECOND));
    }
    assertThat(bySecond).isEqualTo(3);

    answer = SmsVerdicts.refused(0x0b);
    answerOfSecond = SmsVerdicts.refused(0x58);
    assertThat(sendByTwo(Optional.empty())).isInstanceOf(MailResult.Later.class);
    answerOfSecond = SmsVerdicts.refused(0x0b);
    assertThat(sendByTwo(Optional.empty())).isInstanceOf(MailResult.Never.class);
  }

  @Test
  @Proves({2, 4})
  void whatOneProviderMayHaveOrIsStoppedGoesThroughNoOther() {
    for (MailResult alone :
        List.of(
            SmsVerdicts.lost("timeout"),
            SmsVerdicts.lostPart("window"),
            SmsVerdicts.notSent("stopped"),
            SmsVerdicts.notSent("expired"))) {
      answer = alone;
      assertThat(sendByTwo(Optional.empty())).isEqualTo(alone);
    }
    assertThat(bySecond).isZero();
  }

  @Test
  @Proves(2)
  void theRepetitionGoesThroughTheOtherProviderWhileItIsThere() {
    assertThat(sendByTwo(Optional.of("sms"))).isEqualTo(new MailResult.Accepted(Provider.SECOND));
    assertThat(handedOver).isEmpty();

    assertThat(send(sendSms, null, Optional.of("sms"))).isEqualTo(new MailResult.Accepted("sms"));
  }

  @Test
  void aProviderThatIsAwayIsLeftOut() {
    isFirstBound = false;

    assertThat(sendByTwo(Optional.empty())).isEqualTo(new MailResult.Accepted(Provider.SECOND));
    assertThat(sendByTwo.permits()).isTrue();
    assertThat(sendByTwo.permits("sms")).isFalse();
    assertThat(sendSms.permits()).isFalse();
    assertThat(handedOver).isEmpty();
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
    for (String own : List.of("no-turn", "not-bound", "window", "interrupted", "58")) {
      answer = SmsVerdicts.lostPart(own);
      for (int n = 0; n < 20; n++) {
        MailResult _ = send(null);
      }
    }
    assertThat(sendSms.permits()).isTrue();

    answer = SmsVerdicts.lost("timeout");
    for (int n = 0; n < 20; n++) {
      MailResult _ = send(null);
    }
    assertThat(sendSms.permits()).isFalse();

    clock.advance(Duration.ofSeconds(29));
    assertThat(sendSms.permits()).isFalse();
    clock.advance(Duration.ofSeconds(2));
    assertThat(sendSms.permits()).as("it is tried again").isTrue();
  }

  @Test
  @Proves(8)
  void neitherNumberNorTextStandsInTheTextOfAMessage() {
    assertThat(new ShortMessage("m", NUMBER, "text", null).toString())
        .doesNotContain("381", "text");
  }
}
