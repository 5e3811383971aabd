package org.homeward.alert.orders.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.subscribers.mail.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a slice costs in the store, and that those of the release before are read. */
class StoredSliceIT {

  private static final String OF_THE_RELEASE_BEFORE =
      """
      {"version": {"$numberLong": "3"}, "schema": 1, "changes": [], "commands": [],
       "state": {"status": "OPEN", "alert": "%1$s", "caseId": "%2$s", "first": 1,
         "deliveries": {
           "1": {"edition": 1, "state": "ACCEPTED", "provider": "mx", "language": "en"},
           "2": {"edition": 1, "state": "LATER", "refusals": 1, "next": "2026-01-01T00:00:00Z",
                 "reason": "451", "language": "sr"}}},
       "from": {"subject": "alert/%1$s", "version": {"$numberLong": "1"}},
       "dues": {"send": {"$date": "2026-01-01T00:00:00Z"}},
       "wakeAt": {"$date": "2026-01-01T00:00:00Z"},
       "history": [
         {"version": {"$numberLong": "1"}, "at": {"$date": "2026-01-01T00:00:00Z"}, "write": "w2",
          "schema": 1, "state": {"status": "OPEN", "alert": "%1$s", "caseId": "%2$s", "first": 1,
            "deliveries": {}}},
         {"version": {"$numberLong": "2"}, "at": {"$date": "2026-01-01T00:00:00Z"}, "write": "w3",
          "schema": 1, "state": {"status": "OPEN", "alert": "%1$s", "caseId": "%2$s", "first": 1,
            "deliveries": {"1": {"edition": 1, "state": "INTENDED", "language": "en"}},
            "busyUntil": "2026-01-01T00:00:19Z"}}],
       "historyEntries": 2, "historyBytes": {"$numberLong": "700"}, "write": "w3"}"""
          .formatted(PreviewSamples.ALERT, PreviewSamples.CASE);

  private final SlicesTrial trial = new SlicesTrial();

  @AfterEach
  void close() {
    trial.close();
  }

  private List<Document> history() {
    return trial.stored(1).getList("history", Document.class);
  }

  @Test
  void sliceOfTheReleaseBeforeIsSentOn() {
    trial.volunteers(3).becomes(AlertSamples.going(1, 3, false));
    trial.store(1, Document.parse(OF_THE_RELEASE_BEFORE));

    trial.ring();

    assertThat(trial.sent).extracting(Mail::to).containsExactly("v2@example.org", "v3@example.org");
    assertThat(trial.list.counts(PreviewSamples.ALERT, trial.alert().state()).alert())
        .isEqualTo(Map.of("ACCEPTED", 3));
    assertThat(history().get(1).get("state", Document.class)).containsKey("deliveries");
    assertThat(history().get(2).getList("was", Document.class)).isNotEmpty();
  }

  @Test
  void writesOfABatchStoreAndKeepNoMoreThanTheBatch() {
    trial.volunteers(400).becomes(AlertSamples.going(1, 400, false));

    trial.ring();

    assertThat(history())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            entry ->
                assertThat(entry.getList("was", Document.class))
                    .hasSizeLessThanOrEqualTo(PlanBatch.SIZE + 1)
                    .allSatisfy(
                        part ->
                            assertThat(part.get("value", new Object()))
                                .satisfiesAnyOf(
                                    value -> assertThat(value).isNotInstanceOf(Document.class),
                                    value ->
                                        assertThat((Document) value)
                                            .hasSizeLessThanOrEqualTo(PlanBatch.SIZE))));
  }

  @Test
  void historyThatIsMovedAwayWhileASliceIsSentIsNotCountedAgain() {
    trial.volunteers(400);
    for (int edition = 1; edition <= 2; edition++) {
      trial.becomes(AlertSamples.going(edition, 400, false));
      while (trial.batch(1)) {
        trial.keepHistory(1);
      }
    }

    assertThat(trial.sent).hasSize(800);
    assertThat(trial.stored(1).getInteger("historyEntries"))
        .isEqualTo(history().size())
        .isLessThan(64);
    assertThat(trial.stored(1).get("dues", Document.class)).isEmpty();
  }
}
