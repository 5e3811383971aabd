package org.homeward.intake.rulings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class DecisionsKeptTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");
  private static final int MANY = 150;

  private static Decided held(String report, String by) {
    return Decided.held(report, HoldReason.REFUSED, by, AT);
  }

  private static Decided ended(String child) {
    return Decided.ended(child, Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE, "ana", AT);
  }

  @Test
  @Proves(12)
  void nobodyPushesADecisionOutBeforeAnotherPersonHasLookedAtIt() {
    Rulings now = Rulings.NONE.deciding(held("r", "marko"));
    for (int i = 0; i < MANY; i++) {
      now = now.deciding(held("r", "ana"));
    }
    assertThat(now.decided()).as("a renewal stands for those before").hasSize(2);
    assertThat(now.decided().getLast().number()).isEqualTo(MANY + 1);

    for (int i = 0; i < MANY; i++) {
      now = now.deciding(ended("c" + i));
    }

    assertThat(now.decided()).hasSize(MANY + 2);
    assertThat(now.decision(1))
        .hasValueSatisfying(each -> assertThat(each.by()).isEqualTo("marko"));
  }

  @Test
  void ofThoseThatWereLookedAtTheFirstFallOut() {
    Rulings now = Rulings.NONE.deciding(held("unseen", "ana"));
    for (int i = 0; i < MANY; i++) {
      now = now.deciding(held("r" + i, "ana")).seen(i + 2, "jelena", AT);
    }

    assertThat(now.decided()).hasSize(100);
    assertThat(now.decision(1)).isPresent();
    assertThat(now.decision(2)).isEmpty();
    assertThat(now.decided().getLast().number()).isEqualTo(MANY + 1);
  }
}
