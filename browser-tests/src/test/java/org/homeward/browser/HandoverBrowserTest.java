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

/**
 * Two hotlines and one boy: offered, taken over, checked, recalled, and proved erased; both desks
 * work by keyboard.
 */
@ExtendWith({Chromium.class, Browsers.class})
class HandoverBrowserTest {
  private static final String PLATE = "NS-116-GR";

  @Test
  void aCaseGoesAbroadAndComesBackWithAReceipt(Browsers.People people) {
    people.awaitNeighbour();
    String caseId = toldToPolice(people.hotline());
    Visit gordana = people.byKeyboard().as("gordana", "/");
    assertThat(gordana.page()).hasURL(Pattern.compile("/handovers$"));
    assertThat(gordana.main()).containsText("Offered to us");

    gordana
        .open("/handovers/offer?case=" + caseId + "&partner=gr")
        .await("What the partner learns");
    assertThat(gordana.main()).containsText("No name, no place, no time");
    gordana.select("reason", "ROUTE").press("Send the offer");
    assertThat(gordana.main()).containsText("coarse and without a name");
    String handover = gordana.page().url().replaceFirst("[?].*$", "").replaceFirst("^.*/", "");

    Visit eleni = people.abroadByKeyboard().as("eleni", "/handovers");
    eleni.await("A child of 7 to 12 years");
    assertThat(eleni.main().locator("a[href*='" + handover + "']").first()).isVisible();
    assertThat(eleni.main()).containsText("Say that the offer was read");
    eleni.pictured("abroad-offered", "el");
    eleni.press(eleni.main().locator("a[href*='" + handover + "']").first());
    assertThat(eleni.page()).hasURL(Pattern.compile(handover));
    eleni
        .pictured("abroad-offer", "el")
        .press("Say that the offer was read")
        .decide("We have read the offer");
    eleni.press("Accept the offer").isAccessible();
    assertThat(eleni.main()).containsText("names and years of birth");
    assertThat(eleni.main()).not().containsText(Reports.LATIN_NAME);
    eleni.decide("Accept the offer");
    stays(eleni); // what comes from abroad shows by itself, and with it the moves that are left
    assertThat(eleni.main()).containsText("Check for a conflict of interest");
    assertThat(eleni.main()).containsText(Reports.LATIN_NAME);
    assertThat(eleni.main()).not().containsText(PLATE);
    eleni
        .pictured("abroad-accepted")
        .isAccessible()
        .press("Confirm that nobody")
        .isAccessible()
        .decide("Nobody has a conflict");
    stays(eleni);
    assertThat(eleni.main()).containsText(PLATE);
    assertThat(eleni.main()).not().containsText(Reports.CHILD_WORDS);
    photo(eleni, people.hotline(), caseId);

    gordana.open("/handovers/ours").await("Handed over");
    gordana.open("/handovers/" + handover).await("everything that may be told").isAccessible();
    eleni.open("/handovers/" + handover);
    Locator pressed = eleni.main().locator("#state a").last();
    pressed.focus();
    stays(eleni);
    gordana.follow("Recall the case");
    assertThat(gordana.main()).containsText("It cannot be undone");
    gordana.select("reason", "FOUND").press("Recall the case");
    assertThat(gordana.main())
        .containsText("Nobody here has said that every child of the case is found");
    gordana.select("reason", "WITHDRAWN").decide("Recall the case");
    stays(gordana);
    assertThat(gordana.main()).containsText("What remains at the partner");
    assertThat(gordana.main()).containsText("Copies until");
    assertThat(gordana.main()).containsText("Photos erased");
    isStillThatPage(gordana);
    gordana.isAccessible();

    assertThat(eleni.main()).not().containsText(Reports.LATIN_NAME);
    assertThat(pressed).isFocused();
    pressed.blur();
    assertThat(eleni.main()).containsText("Closed");
    assertThat(eleni.main().locator("#state a")).hasCount(0);
    isStillThatPage(eleni);
    eleni.pictured("abroad-recalled", "el");
    gordana.pictured("handover-recalled").open("/handovers/partners");
    Locator greece = gordana.main().locator("section").first();
    assertThat(greece).containsText("Last answer to us");
    assertThat(greece).not().containsText("none known");
    gordana.isQuiet();
    eleni.isQuiet();
  }

  /** A page that is read again forgets this. */
  private static void stays(Visit visit) {
    visit.page().evaluate("() => { window.isStill = true; }");
  }

  private static void isStillThatPage(Visit visit) {
    assertThat(visit.page().evaluate("() => window.isStill")).isEqualTo(true);
  }

  /** It comes with her look and not before. */
  private static void photo(Visit eleni, Hotline hotline, String caseId) {
    isStillThatPage(eleni);
    eleni.follow("Photos of the case");
    assertThat(eleni.main()).containsText("let us have no photo");
    eleni.isAccessible();
    HotlineClient ana = hotline.as("ana");
    String child = ana.read(caseId).json().path("children").propertyNames().iterator().next();
    String photo = ana.photo(caseId, child, Face.jpeg(), HotlineClient.newKey()).text("photo");
    String says = "{\"source\": \"FAMILY\", \"saidBy\": \"PARENT\", \"label\": \"UNCHANGED\"}";
    assertThat(ana.photo(caseId, photo, "look", "").status()).isEqualTo(200);
    assertThat(ana.photo(caseId, photo, "description", says).status()).isEqualTo(200);
    assertThat(ana.photo(caseId, photo, "release", "").status()).isEqualTo(200);
    assertThat(hotline.as("jelena").photo(caseId, photo, "share", "").status()).isEqualTo(200);
    String here = eleni.page().url();
    eleni
        .page()
        .waitForCondition(
            () -> {
              eleni.open(here);
              return eleni.main().locator("form[action$='/look']").count() == 1;
            });
    assertThat(eleni.main().locator("img")).hasCount(0);
    eleni.pictured("held-photo-unseen");
    eleni.isAccessible().press("Look at it");
    assertThat(eleni.main()).containsText("You have looked at it");
    assertThat(eleni.main().locator("img")).hasCount(1);
    eleni.pictured("held-photo-seen");
    eleni.isAccessible();
  }

  /** A report that police read, and that partners may know. */
  private static String toldToPolice(Hotline hotline) {
    HotlineClient ana = hotline.as("ana");
    Answer opened = ana.open(Reports.missingBoy(PLATE, Instant.now()), HotlineClient.newKey());
    String caseId = opened.text("case");
    Answer told =
        ana.release(caseId, opened.text("report"), "pu", opened.etag(), HotlineClient.newKey());
    assertThat(told.status()).isEqualTo(200);
    return caseId;
  }
}
