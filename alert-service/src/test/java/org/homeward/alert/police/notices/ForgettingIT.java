package org.homeward.alert.police.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is left when a search is over, and when a case is erased. */
class ForgettingIT {

  private final TrialNode node = TrialNode.get();
  private final TrialDesk desk = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  @Test
  @Proves({7, 8})
  void endedNoticeIsATombstoneAfterThirtyDaysAndItsHistoryIsGone() {
    String name = "Vanja Nestalić";
    node.publish(
        trial.reported(says).released(Facts.says(trial.child, Facts.boy(name, 9))).ended());
    item("ENDED");
    assertThat(Stored.holds(node, "police-notices", name)).isTrue();

    node.clock().advance(Duration.ofDays(29));
    node.settle(trial, desk);
    assertThat(item("ENDED").path("outcome").asString()).isEqualTo("FOUND_SAFE");
    node.clock().advance(Duration.ofDays(2));

    JsonNode stone = item("TOMBSTONE");
    assertThat(stone.propertyNames())
        .containsExactlyInAnyOrder(
            "id", "version", "status", "exercise", "title", "reference", "month", "links", "n");
    await().untilAsserted(() -> assertThat(Stored.holds(node, "police-notices", name)).isFalse());
    assertThat(Stored.holds(node, "police-notice-history", name)).isFalse();
  }

  @Test
  @Proves({7, 8})
  void erasedCaseLeavesNoCopyAndNothingThatANoticeSaid() {
    String name = "Saša Izbrisanović";
    Says named = Facts.says(trial.child, Facts.boy(name, 9));
    node.publish(trial.reported(named).released(named));
    item("ACTIVE");
    assertThat(Stored.holds(node, "case-copies", name)).isTrue();

    node.publish(trial.id, List.of(trial.erased().last()));

    assertThat(item("ENDED").path("outcome").asString()).isEqualTo("OTHER");
    await()
        .untilAsserted(
            () -> {
              assertThat(Stored.holds(node, "case-copies", name)).isFalse();
              assertThat(Stored.holds(node, "police-notices", name)).isFalse();
            });
    assertThat(Stored.holds(node, "case-copy-history", name)).isFalse();
    assertThat(Stored.holds(node, "police-notice-history", name)).isFalse();
  }

  private JsonNode item(String status) {
    return node.item(desk, trial, status);
  }
}
