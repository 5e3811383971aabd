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
      assertThat(SmtpVerdicts.of(Step.CONNECT, nothing, "relay")).isInstanceOf(Result.Later.class);
      assertThat(SmtpVerdicts.of(Step.MAIL, nothing, "relay")).isInstanceOf(Result.Later.class);
      assertThat(SmtpVerdicts.of(Step.RCPT, nothing, "relay")).isInstanceOf(Result.Later.class);
      assertThat(SmtpVerdicts.of(Step.DATA, nothing, "relay"))
          .isEqualTo(new Result.Unknown("relay", "data"));
      assertThat(SmtpVerdicts.of(Step.END, nothing, "relay"))
          .isEqualTo(new Result.Unknown("relay", "end"));
    }
  }

  private static Class<? extends Result> expected(Step step, int status) {
    return switch (step) {
      case CONNECT, MAIL -> Result.Later.class;
      case RCPT -> status >= 500 ? Result.Never.class : Result.Later.class;
      case DATA, END ->
          status >= 500
              ? Result.Never.class
              : status >= 400
                  ? Result.Later.class
                  : step == Step.END && status >= 200 && status < 300
                      ? Result.Accepted.class
                      : Result.Unknown.class;
    };
  }
}
