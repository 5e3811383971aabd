package org.homeward.alert.subscribers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.alert.subscribers.mail.SmtpDialogue.Step;
import org.junit.jupiter.api.Test;

class SmtpVerdictsTest {

  @Test
  void everyStatusAtEveryStepHasAVerdict() {
    for (Step step : Step.values()) {
      for (int status = 100; status < 600; status++) {
        assertThat(SmtpVerdicts.of(step, status, "relay"))
            .as("%s %d", step, status)
            .isInstanceOf(expected(step, status));
      }
    }
  }

  @Test
  void silenceBeforeDataIsLaterAndUnknownAfter() {
    for (int nothing : new int[] {-1, 0}) {
      assertThat(SmtpVerdicts.of(Step.CONNECT, nothing, "relay"))
          .isInstanceOf(MailResult.Later.class);
      assertThat(SmtpVerdicts.of(Step.MAIL, nothing, "relay")).isInstanceOf(MailResult.Later.class);
      assertThat(SmtpVerdicts.of(Step.RCPT, nothing, "relay")).isInstanceOf(MailResult.Later.class);
      assertThat(SmtpVerdicts.of(Step.DATA, nothing, "relay"))
          .isEqualTo(new MailResult.Unknown("relay", "data"));
      assertThat(SmtpVerdicts.of(Step.END, nothing, "relay"))
          .isEqualTo(new MailResult.Unknown("relay", "end"));
    }
  }

  private static Class<? extends MailResult> expected(Step step, int status) {
    return switch (step) {
      case CONNECT, MAIL -> MailResult.Later.class;
      case RCPT -> status >= 500 ? MailResult.Never.class : MailResult.Later.class;
      case DATA, END ->
          status >= 500
              ? MailResult.Never.class
              : status >= 400
                  ? MailResult.Later.class
                  : step == Step.END && status >= 200 && status < 300
                      ? MailResult.Accepted.class
                      : MailResult.Unknown.class;
    };
  }
}
