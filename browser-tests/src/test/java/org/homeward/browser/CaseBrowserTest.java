package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case as its team works on it: by telephone, two at a time, and when something fails. */
@ExtendWith({Chromium.class, Browsers.class})
class CaseBrowserTest {
  private static Visit filed(Browsers.People people, String name) {
    Visit ana = people.visit().as("ana", "/intake");
    ana.page().locator("input[name=danger][value=NO]").check();
    ana.page().locator("input[name=channel][value=PHONE]").check();
    ana.type("childName", name).type("notes", "for the team").select("category", "RUNAWAY");
    ana.press("File this report");
    assertThat(ana.page()).hasURL(Pattern.compile("/cases/"));
    return ana;
  }

  private static Locator saving(Visit visit) {
    return visit.page().locator("hw-saving");
  }

  @Test
  void policeAreToldByPhoneAndTheCallIsRecorded(Browsers.People people) {
    Visit ana = filed(people, "Telefonka Probić");
    ana.main().locator("a[href$='/phone']").first().click();
    assertThat(ana.main()).containsText("Do not read these out");
    ana.press("I told police");
    assertThat(ana.page().locator("#officer-error")).isVisible();
    ana.type("officer", "Insp. Mira").press("I told police");
    assertThat(ana.main()).containsText("Recorded: police were told by phone.");
    assertThat(ana.main()).containsText("officer Insp. Mira, no reference");
    ana.isAccessible().isQuiet();
  }

  @Test
  void somebodySaysFoundAndTheSearchGoesOn(Browsers.People people) {
    Visit ana = filed(people, "Nađena Probić");
    ana.main().locator("a[href*='/decide/located']").click();
    assertThat(ana.main()).containsText("the search goes on until confirmed");
    ana.press("Note it and pause alerts");
    assertThat(ana.main()).containsText("Nobody has confirmed it");
    ana.isQuiet();
  }

  @Test
  void aSecondChildJoinsTheCase(Browsers.People people) {
    Visit ana = filed(people, "Prva Probić");
    ana.main().locator("a[href*='/intake?case=']").click();
    ana.page().locator("input[name=danger][value=NO]").check();
    ana.page().locator("input[name=channel][value=PHONE]").check();
    ana.select("about", "ANOTHER").type("childName", "Druga Probić").press("File this report");
    assertThat(ana.main()).containsText("until you send this change to police");
    assertThat(ana.main()).containsText("Druga Probić");
    ana.isAccessible().isQuiet();
  }

  @Test
  void aFactIsCorrectedAndAfterTheReleaseThePoliceAreSentTheChange(Browsers.People people) {
    Visit ana = filed(people, "Pogrešna Probić");
    String names = ana.main().locator("a[href*='/facts/names']").getAttribute("href");
    Visit marko = people.visit().as("marko", "/desk").open(names);
    ana.open(names).isAccessible().type("childName", "Anina Probić").press("Keep this change");
    assertThat(ana.main()).containsText("Changed. Police read it when somebody lets them.");

    marko.type("childName", "Markova Probić").press("Keep this change");
    assertThat(marko.main()).containsText("the other text is by Ana");
    assertThat(marko.main()).containsText("Anina Probić");
    assertThat(marko.page().locator("#childName")).hasValue("Markova Probić");
    marko.isAccessible().press("Keep this change");
    assertThat(marko.main()).containsText("Markova Probić");

    marko.press("Decide what police may read").press("Let police read this now");
    assertThat(marko.main()).containsText("Police can read this report now.");
    marko.open(names).isAccessible().type("childName", "Prava Probić").press("Keep this change");
    assertThat(marko.main()).containsText("until you send this change to police");
    marko.press("Send this change to police").press("Let police read this now");
    assertThat(marko.main()).containsText("Police can read this report now.");
    assertThat(marko.main()).containsText("Prava Probić");
    marko.isQuiet();
    ana.isQuiet();
  }

  @Test
  void aPageThatNobodyUsesCoversItselfAndKeepsWhatWasTyped(Browsers.People people) {
    Visit ana = people.visit().signIn("ana", "/desk");
    ana.page().clock().install();
    ana.open("/intake").type("notes", "typed before the lock");
    ana.page().locator("input[name=danger][value=NO]").check();
    ana.page().locator("input[name=channel][value=PHONE]").check();
    ana.page().clock().runFor(2_000);
    assertThat(saving(ana)).containsText("Saved");
    Response _ = // the session is over only when the node has said so
        ana.page()
            .waitForResponse(
                answer ->
                    answer.url().endsWith("/lock") && answer.request().method().equals("POST"),
                () -> ana.page().clock().fastForward("11:00"));
    assertThat(ana.page().locator(".hw-lock h1")).isVisible();
    assertThat(ana.page().locator("#notes")).not().isVisible();
    ana.isAccessible();

    // The demo's issuer still knows her, and does not ask.
    Page _ = ana.tab(() -> ana.page().locator(".hw-lock .govuk-button").click());
    assertThat(ana.page().locator("#notes")).isVisible();
    assertThat(ana.page().locator("#notes")).hasValue("typed before the lock");
    ana.press("File this report");
    assertThat(ana.page()).hasURL(Pattern.compile("/cases/"));
    assertThat(ana.main()).containsText("typed before the lock");
    ana.isQuiet();
  }

  @Test
  void whoSignsOutEverywhereIsSignedOutInTheOtherBrowserToo(Browsers.People people) {
    Visit here = people.visit().signIn("marko", "/desk");
    Visit there = people.visit().signIn("marko", "/desk");
    here.open("/me");
    assertThat(here.main().locator("li").nth(1)).isVisible();
    here.press("Sign out everywhere");
    there.open("/desk");
    assertThat(there.main()).containsText("Sign in");
    there.isQuiet();
  }

  @Test
  void whatIsTypedWhileTheServerIsKilledIsNotLost(Browsers.People people) {
    Visit ana = people.visit().as("ana", "/intake");
    ana.type("childName", "Prekinuta Probić");
    assertThat(saving(ana)).containsText("Saved");
    people.kill("console");
    ana.type("notes", "typed while it was away");
    assertThat(saving(ana)).not().containsText("Saved");
    people.start();
    assertThat(saving(ana)).containsText("Saved");
    String draft = ana.page().url();

    Visit marko = people.visit().as("marko", "/desk");
    marko.page().navigate(draft);
    assertThat(marko.page().locator("#childName")).hasValue("Prekinuta Probić");
    assertThat(marko.page().locator("#notes")).hasValue("typed while it was away");
  }

  @Test
  void twoEditorsOfACallReadEachOther(Browsers.People people) {
    Visit ana = people.visit().as("ana", "/intake");
    ana.page().locator("input[name=danger][value=NO]").check();
    ana.page().locator("input[name=channel][value=PHONE]").check();
    ana.type("childName", "Dvoje Probić");
    assertThat(saving(ana)).containsText("Saved");
    Visit marko = people.visit().as("marko", "/desk");
    marko.page().navigate(ana.page().url());
    marko.type("notes", "words of marko");
    assertThat(saving(marko)).containsText("Saved");

    ana.type("notes", "words of ana").press("File this report");
    assertThat(ana.main()).containsText("words of marko");
    assertThat(ana.page().locator("#notes")).hasValue("words of ana");
    ana.isAccessible().isQuiet();
  }
}
