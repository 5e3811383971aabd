package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rule proposes, a person decides otherwise, and the case says who did. */
@ExtendWith({Chromium.class, Browsers.class})
class RiskBrowserTest {

  private static final String REPORT =
      """
      {"exercise": false, "channel": "PHONE",
       "says": {"category": "RUNAWAY", "risk": {"level": "LOW"}},
       "newChildren": [{"names": [
         {"full": "Tamara Vivčar", "script": "Latn", "kind": "NATIVE"}]}]}""";

  @Test
  void aRuleProposesAndAPersonDecidesOtherwise(Browsers.People people) {
    Answer opened = people.hotline().as("ana").open(REPORT, HotlineClient.newKey());
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);

    Visit marko = people.visit().as("marko", "/cases/" + opened.text("case"));
    assertThat(marko.main()).containsText("Low risk");
    marko.follow("Assess the risk");
    assertThat(marko.main()).containsText("Nobody has assessed the risk of this case yet");
    assertThat(marko.main()).containsText("22 questions are not asked yet. That is not a no.");
    assertThat(marko.main()).containsText("From the report. Nobody has answered it yet");
    marko.answer("'answer.UNDER_13'", "YES").isAccessible().press("Propose by these answers");
    assertThat(marko.main()).containsText("The child is younger than 13.");
    assertThat(marko.main()).containsText("21 questions are not asked yet");

    marko.answer("level", "MEDIUM").select("category", "RUNAWAY").press("Record this decision");
    assertThat(marko.main()).containsText("Why you decide otherwise");
    assertThat(marko.page().locator("#reason-error")).isVisible();
    marko.isAccessible().type("reason", "She called her sister.").press("Record this decision");
    assertThat(marko.main()).containsText("Recorded: Medium risk, Runaway.");
    assertThat(marko.main()).containsText("Decided by you");
    marko.isAccessible().follow("Assess the risk");
    assertThat(marko.main()).containsText("The rule had proposed: High risk");
    assertThat(marko.main()).containsText("She called her sister.");
    marko.isQuiet();
  }
}
