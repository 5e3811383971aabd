package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.durable.document.KeptHistory;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertWritesTest {

  /** Those who are owed an end get it in words that are kept for a day; nobody is owed a page's. */
  @ParameterizedTest
  @CsvSource({"VOLUNTEER, PT24H", "PUBLIC, PT10M"})
  @Proves(8)
  void wordsOfAPublicAlertAreGoneSoonAfterItsEnd(Audience readers, Duration kept) {
    Alert.Over over = AlertSamples.over(Alert.Ending.ENDED);
    AlertOrder order = over.order();
    var of =
        new AlertOrder(
            order.author(),
            order.approver(),
            order.approvedAt(),
            order.caseVersion(),
            order.hash(),
            order.authority(),
            order.reference(),
            order.called(),
            readers,
            order.area(),
            order.watermark(),
            order.until());
    var ended =
        new Alert.Over(
            over.caseId(),
            over.home(),
            over.exercise(),
            over.how(),
            over.at(),
            over.edition(),
            of,
            over.ends(),
            over.preview(),
            false);

    assertThat(AlertWrites.dues(ended, Map.of(), PreviewSamples.NOW))
        .containsEntry(AlertWrites.WORDS_DUE, over.at().plus(kept));
  }

  @Test
  void orderOfAnEarlierBuildWasForVolunteers() {
    AlertOrder order = AlertSamples.over(Alert.Ending.ENDED).order();
    var earlier =
        new AlertOrder(
            order.author(),
            order.approver(),
            order.approvedAt(),
            order.caseVersion(),
            order.hash(),
            order.authority(),
            order.reference(),
            order.called(),
            null,
            order.area(),
            order.watermark(),
            order.until());

    assertThat(earlier.to()).isEqualTo(Audience.VOLUNTEER);
  }

  @Test
  @Proves({4, 8})
  void eachStateOwesItsOwn() {
    assertThat(dues(AlertSamples.active()))
        .containsEntry(AlertWrites.EXPIRE_DUE, PreviewSamples.UNTIL)
        .containsEntry(AlertWrites.TELL_DUE, PreviewSamples.NOW);
    assertThat(dues(AlertSamples.over(Alert.Ending.ENDED)))
        .containsEntry(AlertWrites.TELL_DUE, PreviewSamples.NOW)
        .doesNotContainKey(AlertWrites.EXPIRE_DUE);
    assertThat(dues(AlertSamples.erased()))
        .isEqualTo(Map.of(KeptHistory.FORGET_DUE, PreviewSamples.NOW));
    assertThat(dues(AlertSamples.erasing()))
        .as("its words are gone")
        .containsEntry(KeptHistory.FORGET_DUE, PreviewSamples.NOW)
        .doesNotContainKey(AlertWrites.WORDS_DUE);
  }

  private static Map<String, Instant> dues(Alert alert) {
    Map<String, Instant> earlier = Map.of(AlertWrites.EXPIRE_DUE, Instant.EPOCH);
    return AlertWrites.dues(alert, earlier, PreviewSamples.NOW);
  }
}
