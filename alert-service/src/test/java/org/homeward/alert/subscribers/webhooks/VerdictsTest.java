package org.homeward.alert.subscribers.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {

  private static final Set<Integer> LATER = Set.of(408, 425, 429, 503);

  private static Post.Answer.Answered answered(int status) {
    return new Post.Answer.Answered(status, Optional.empty(), new byte[0]);
  }

  @Test
  @Proves({2, 4})
  void everyStatusHasAVerdict() {
    for (int status = 100; status < 600; status++) {
      Class<?> expected =
          status >= 200 && status < 300
              ? MailResult.Accepted.class
              : LATER.contains(status)
                  ? MailResult.Later.class
                  : status < 200 || status >= 500
                      ? MailResult.Unknown.class
                      : MailResult.Never.class;
      assertThat(Verdicts.of(answered(status))).as("%d", status).isInstanceOf(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "60, 60", "999999, 1800"})
  void retryAfterIsHonouredWithinReason(int wished, int waited) {
    var busy = new Post.Answer.Answered(429, Optional.of(Duration.ofSeconds(wished)), new byte[0]);

    assertThat(Verdicts.of(busy))
        .isEqualTo(new MailResult.Later(Duration.ofSeconds(waited), "http-429"));
  }

  @Test
  void hostThatRefusesOrThrottlesIsThere() {
    assertThat(Verdicts.takesMessages(answered(429))).contains(true);
    assertThat(Verdicts.takesMessages(answered(404))).contains(true);
    assertThat(Verdicts.takesMessages(answered(503))).contains(false);
    assertThat(Verdicts.takesMessages(new Post.Answer.Lost("closed"))).contains(false);
    assertThat(Verdicts.takesMessages(new Post.Answer.Held("busy"))).isEmpty();
  }
}
