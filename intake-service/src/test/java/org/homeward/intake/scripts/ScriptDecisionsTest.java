package org.homeward.intake.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.scripts.ScriptDecision.Refusal;
import org.junit.jupiter.api.Test;

class ScriptDecisionsTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:00:00Z");

  private static Script changed(Script before, ScriptCommand wish) {
    ScriptDecision decided = ScriptDecisions.decide(before, wish, AT);
    assertThat(decided).isInstanceOf(ScriptDecision.Changed.class);
    return ((ScriptDecision.Changed) decided).next();
  }

  private static void isRefused(Script before, ScriptCommand wish, Refusal why) {
    assertThat(ScriptDecisions.decide(before, wish, AT)).isEqualTo(new ScriptDecision.Refused(why));
  }

  private static Script proposed(Script before, String text) {
    return changed(before, new ScriptCommand.Propose(text, "jelena"));
  }

  private static Script approved(String text) {
    return changed(proposed(Script.NONE, text), new ScriptCommand.Approve(1, "milan"));
  }

  @Test
  void nobodyApprovesWhatSheHasWritten() {
    Script waits = proposed(Script.NONE, "say hello");

    isRefused(waits, new ScriptCommand.Approve(1, "jelena"), Refusal.OWN_TEXT);
    assertThat(waits.inUse()).isEmpty();
    assertThat(changed(waits, new ScriptCommand.Approve(1, "milan")).inUse())
        .hasValueSatisfying(
            inUse -> {
              assertThat(inUse.text().text()).isEqualTo("say hello");
              assertThat(inUse.by()).isEqualTo("milan");
            });
  }

  @Test
  void anApprovalIsOfTheEditionThatWasRead() {
    Script later = proposed(proposed(Script.NONE, "first"), "second");

    isRefused(later, new ScriptCommand.Approve(1, "milan"), Refusal.NOTHING_PROPOSED);
    isRefused(approved("x"), new ScriptCommand.Approve(1, "vera"), Refusal.NOTHING_PROPOSED);
    assertThat(changed(later, new ScriptCommand.Approve(2, "milan")).inUse()).isPresent();
  }

  @Test
  void theApprovedTextStaysInUseWhileAnotherOneWaits() {
    Script both = proposed(approved("first"), "second");

    assertThat(both.inUse().orElseThrow().text().text()).isEqualTo("first");
    Script second = changed(both, new ScriptCommand.Approve(2, "milan"));
    assertThat(second.inUse().orElseThrow().text().text()).isEqualTo("second");
    assertThat(second.approved()).hasSize(2);
  }

  @Test
  void whatIsWithdrawnIsNotUsedUntilAnotherIsApproved() {
    Script none = changed(approved("first"), new ScriptCommand.Withdraw());

    assertThat(none.inUse()).isEmpty();
    assertThat(ScriptDecisions.decide(none, new ScriptCommand.Withdraw(), AT))
        .isEqualTo(new ScriptDecision.Unchanged());
    Script waits = proposed(none, "second");
    assertThat(waits.inUse()).isEmpty();
    assertThat(changed(waits, new ScriptCommand.Approve(2, "milan")).inUse()).isPresent();
  }

  @Test
  void tenEditionsAreKept() {
    Script script = Script.NONE;
    for (int i = 1; i <= 12; i++) {
      script = changed(proposed(script, "text " + i), new ScriptCommand.Approve(i, "milan"));
    }

    assertThat(script.approved()).hasSize(10);
    assertThat(script.approved().getFirst().text().text()).isEqualTo("text 12");
  }

  @Test
  void eachOccasionHasAProposalInEachLanguageThatNobodyHasApproved() {
    BuiltInScripts builtIn = BuiltInScripts.read();

    assertThat(ScriptId.all())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            id -> {
              Script script = builtIn.of(id);
              assertThat(script.inUse()).as(id.text()).isEmpty();
              String text = Optional.ofNullable(script.proposed()).orElseThrow().text();
              assertThat(text.lines()).as(id.text()).hasSizeGreaterThan(3);
            });
  }

  @Test
  void eachRefusalHasItsRowInTheListOfProblems() throws IOException {
    ProblemList.assertListed(List.of(ScriptProblem.values()));
  }
}
