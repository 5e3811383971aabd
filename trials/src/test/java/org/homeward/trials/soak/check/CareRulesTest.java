package org.homeward.trials.soak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.trials.soak.check.EndState.CareEnd;
import org.homeward.trials.soak.check.EndState.TipEnd;
import org.homeward.trials.soak.history.Kind;
import org.junit.jupiter.api.Test;

/** Each way of breaking what became of care files, and of a stranger's picture. */
class CareRulesTest {

  private final GoodRun run = new GoodRun();

  private void with(String... stages) {
    run.care.removeIf(each -> each.kind() == Kind.REFERRAL);
    run.care.add(new CareEnd(Kind.REFERRAL, "referral", "CARE", List.of(stages)));
  }

  @Test
  void whatIsLostIsFound() {
    with("DRAFT");
    assertThat(run.violations()).containsExactly("invariant 1: CARE: its SEND is lost");
    run.care.clear();
    assertThat(run.violations())
        .containsExactlyInAnyOrder(
            "invariant 1: CARE: its CARE_FILE is lost",
            "invariant 1: CARE: its WORD is lost",
            "invariant 1: CARE: its REFERRAL is lost",
            "invariant 1: CARE: its SEND is lost");
  }

  @Test
  void whatIsThereTwiceIsFound() {
    with("DRAFT", "SENT", "SENT");
    run.care.add(new CareEnd(Kind.WORD, "need", "CARE", List.of()));
    assertThat(run.violations())
        .containsExactlyInAnyOrder(
            "invariant 2: CARE: a step of its referral is twice",
            "invariant 2: CARE: 2 of one WORD");
  }

  @Test
  void whatWasRefusedAndWhatHadNoAnswerMayNotAndMayBeThere() {
    run.unknown(Kind.NEED, "CARE");
    run.asked.add(GoodRun.operation(Kind.SERVICE, "CARE", "refused", GoodRun.T, 404, ""));
    assertThat(run.violations()).isEmpty();
    run.care.add(new CareEnd(Kind.NEED, "need", "CARE", List.of()));
    assertThat(run.violations()).isEmpty();
    run.care.add(new CareEnd(Kind.SERVICE, "service", "CARE", List.of()));
    assertThat(run.violations())
        .containsExactly("invariant 1: CARE: a SERVICE although it was refused");
  }

  @Test
  void aStrangersPictureThatIsLostIsFound() {
    run.tips.put("tip-bus", new TipEnd("tip-bus", "", "BUS", false, false));
    assertThat(run.violations()).containsExactly("invariant 1: BUS: its picture is lost");
    run.tips.remove("tip-bus");
    assertThat(run.violations()).containsExactly("invariant 1: BUS: its picture is lost");
  }
}
