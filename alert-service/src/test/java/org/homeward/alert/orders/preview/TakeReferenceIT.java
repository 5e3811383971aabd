package org.homeward.alert.orders.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.homeward.alert.trial.TrialNode;
import org.junit.jupiter.api.Test;

/** References of alerts, which no two of a node share. */
class TakeReferenceIT {

  private static final long SAME_DICE = 7;

  private static String taken() {
    var references = TrialNode.get().documents("alertReferences", AlertReference.class);
    return new TakeReference(references, new Random(SAME_DICE)).take(UUID.randomUUID().toString());
  }

  @Test
  void referenceThatAnotherAlertHasIsNotTakenAgain() {
    String first = taken();
    String second = taken();

    assertThat(first).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
    assertThat(second).isNotEqualTo(first);
  }
}
