package org.homeward.local.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.local.client.MailPage.Mail;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The check of an alert's mails finds what it is there to find. */
class MailFindingsTest {
  private static final String WORDS = "Call K1 now.";
  private static final Instant BEGUN = Instant.parse("2026-11-21T20:00:00Z");
  private static final Instant STOPPED = BEGUN.plusSeconds(10);

  private final List<Mail> mails = new ArrayList<>();

  @Test
  void whoeverWasToldAndGotTheEndIsFine() {
    alert("a", "<1>", 1);
    end("a", "<9>", 20);

    assertThat(findings().of(Set.of(), 1)).isEmpty();
  }

  @Test
  void namesAMailboxWithoutAnEnd() {
    alert("a", "<1>", 1);

    assertThat(findings().of(Set.of(), 1)).containsExactly("1 mailboxes were told and got no end");
  }

  @Test
  void whoMayHaveBeenToldNeedsAnEndToo() {
    alert("b", "<1>", 1);
    end("b", "<9>", 20);

    assertThat(findings().of(Set.of("a"), 2))
        .containsExactly("1 mailboxes were told and got no end");
  }

  @Test
  void namesAnAlertThatReachedLessThanHalf() {
    alert("a", "<1>", 1);
    end("a", "<9>", 20);

    assertThat(findings().of(Set.of(), 3))
        .containsExactly("only 1 of 3 mailboxes were told at all");
  }

  @Test
  void namesAnEndOfNothing() {
    alert("b", "<1>", 1);
    end("b", "<9>", 20);
    end("a", "<9>", 20);

    assertThat(findings().of(Set.of(), 1)).containsExactly("1 mailboxes got an end and no alert");
  }

  @Test
  void aRepeatIsFineOnlyWithTheSameIdAndListed() {
    alert("a", "<1>", 1);
    alert("a", "<1>", 2);
    end("a", "<9>", 20);

    assertThat(findings().of(Set.of("a"), 1)).isEmpty();
    assertThat(findings().of(Set.of(), 1))
        .containsExactly("a mailbox got the alert twice, and nobody lists it");
  }

  @Test
  void namesARepeatUnderAnotherId() {
    alert("a", "<1>", 1);
    alert("a", "<2>", 2);
    end("a", "<9>", 20);

    assertThat(findings().of(Set.of("a"), 1))
        .containsExactly("a mailbox got the alert twice, under two ids");
  }

  @Test
  void oneBatchOfASliceMayStillGoOutAfterTheStop() {
    for (int i = 0; i < 20; i++) {
      alert("m" + i, "<" + i + ">", 11);
      end("m" + i, "<e" + i + ">", 20);
    }
    assertThat(findings().of(Set.of(), 40)).isEmpty();

    alert("one more", "<x>", 11);
    end("one more", "<y>", 20);
    assertThat(findings().of(Set.of(), 40))
        .containsExactly("21 mails started after the stop; 1 batches may have");
  }

  private MailFindings findings() {
    return new MailFindings(WORDS, BEGUN, STOPPED, mails);
  }

  private void alert(String to, String id, int second) {
    mail(to, id, second, "Please. " + WORDS, "{}");
  }

  private void end(String to, String id, int second) {
    mail(to, id, second, "It is over.", "{\"headers\": {\"In-Reply-To\": \"<1>\"}}");
  }

  private void mail(String to, String id, int second, String text, String whole) {
    Instant at = BEGUN.plusSeconds(second);
    mails.add(new Mail(to, "", id, at, text, JsonMapper.shared().readTree(whole)));
  }
}
