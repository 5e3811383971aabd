package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartnerSilenceTest {

  private final PartnerSilence silence = new PartnerSilence(() -> Stream.of("gr", "hu"));

  @Test
  void attemptsInARowAreCountedUntilThePartnerAnswers() {
    assertThat(silence.byPartner()).isEqualTo(Map.of("gr", 0.0, "hu", 0.0));

    silence.ended("gr", SendMessages.UNANSWERED);
    silence.ended("gr", SendMessages.UNANSWERED);
    silence.ended("hu", SendMessages.UNANSWERED);
    silence.ended("hu", "REFUSED");

    assertThat(silence.byPartner()).isEqualTo(Map.of("gr", 2.0, "hu", 0.0));
  }

  @Test
  void partnerThatIsListedNoMoreStaysVisibleWhileItDoesNotAnswer() {
    silence.ended("tr", SendMessages.UNANSWERED);

    assertThat(silence.byPartner()).containsEntry("tr", 1.0);
  }
}
