package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.regex.Pattern;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hotlines and one boy: offered, taken over, checked, recalled, and proved erased. */
@ExtendWith({Chromium.class, Browsers.class})
class HandoverBrowserTest {
  private static final String PLATE = "NS-116-GR";

  @Test
  void aCaseGoesAbroadAndComesBackWithAReceipt(Browsers.People people) {
    String caseId = toldToPolice(people.hotline());
    Visit gordana = people.visit().as("gordana", "/");
    assertThat(gordana.page()).hasURL(Pattern.compile("/handovers$"));
    assertThat(gordana.main()).containsText("Offered to us");
    gordana.isAccessible();

    gordana
        .open("/handovers/offer?case=" + caseId + "&partner=gr")
        .await("What the partner learns");
    assertThat(gordana.main()).containsText("No name, no place, no time");
    gordana.isAccessible().select("reason", "ROUTE").press("Send the offer");
    assertThat(gordana.main()).containsText("coarse and without a name");
    String handover = gordana.page().url().replaceFirst("[?].*$", "").replaceFirst("^.*/", "");

    Visit eleni = people.abroad(Screen.DESKTOP).as("eleni", "/handovers");
    eleni.await("A child of 7 to 12 years").isAccessible();
    assertThat(eleni.main()).containsText("Say that you have seen it");
    eleni.follow("A child of").press("Say that you have seen it").decide("We have seen it");
    eleni.press("Accept the offer").isAccessible();
    assertThat(eleni.main()).containsText("names and years of birth");
    assertThat(eleni.main()).not().containsText(Reports.LATIN_NAME);
    eleni.decide("Accept the offer");
    eleni.await("Check for a conflict of interest");
    assertThat(eleni.main()).containsText(Reports.LATIN_NAME);
    assertThat(eleni.main()).not().containsText(PLATE);
    eleni
        .isAccessible()
        .press("Confirm that nobody")
        .isAccessible()
        .decide("Nobody has a conflict");
    eleni.await(PLATE);
    assertThat(eleni.main()).not().containsText(Reports.CHILD_WORDS);

    gordana.open("/handovers/ours").await("Handed over").isAccessible();
    gordana.open("/handovers/" + handover).await("everything that may be told").isAccessible();
    gordana.follow("Recall the case").isAccessible();
    assertThat(gordana.main()).containsText("It cannot be undone");
    gordana.select("reason", "FOUND").decide("Recall the case");
    gordana.await("What remains at the partner").isAccessible();
    assertThat(gordana.main()).containsText("Copies until");

    eleni.open("/handovers/" + handover).await("Closed");
    assertThat(eleni.main()).not().containsText(Reports.LATIN_NAME);
    gordana.open("/handovers/partners").isAccessible();
    Locator greece = gordana.main().locator("section").first();
    assertThat(greece).containsText("Last answer to us");
    assertThat(greece).not().containsText("none known");
    gordana.isQuiet();
    eleni.isQuiet();
  }

  /** A report that partners may know, because police were told by telephone. */
  private static String toldToPolice(Hotline hotline) {
    HotlineClient ana = hotline.as("ana");
    Answer opened = ana.open(Reports.missingBoy(PLATE, Instant.now()), HotlineClient.newKey());
    String caseId = opened.text("case");
    String told =
        ana.post(
                "/api/v1/cases/%s/reports/%s/release".formatted(caseId, opened.text("report")),
                "{\"desk\": \"PU Novi Sad\", \"ref\": \"KU-14/26\"}",
                HotlineClient.newKey(),
                opened.etag())
            .toString();
    assertThat(told).isEqualTo("200");
    return caseId;
  }
}
