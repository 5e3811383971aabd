package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Police answer, the officer looks and erases with a supervisor, a new desk is let in. */
@ExtendWith({Chromium.class, Browsers.class})
class PoliceBrowserTest {
  @Test
  void anOfficerSaysThatTheyActAndTheHotlineSeesWhichDesk(Browsers.People people) {
    String name = "Acting Probić";
    Visit ana = people.visit().as("ana", "/desk");
    released(ana, name);
    String page = ana.page().url().replaceFirst("[?].*$", "");

    Visit dragan = people.visit().as("dragan", "/police");
    Locator item = dragan.main().getByRole(AriaRole.LISTITEM).filter(text("11 years"));
    assertThat(item).containsText("Not answered");
    item.getByRole(AriaRole.LINK).click();
    assertThat(dragan.main()).containsText("What does your desk do?");
    dragan.press("We are acting");
    assertThat(dragan.main()).containsText("The hotline can see your answer now");
    assertThat(dragan.main()).containsText("Your desk said so");
    dragan.open("/police/reader");
    assertThat(dragan.main()).containsText("/api/v1/feeds/police");
    dragan.isQuiet();

    until(ana, page, "Police are acting");
    ana.isAccessible().isQuiet();
  }

  @Test
  void theOfficerReadsWhoLookedAndErasesTogetherWithASupervisor(Browsers.People people) {
    Visit ana = people.visit().as("ana", "/desk");
    filed(ana, "Brisana Probić");
    String address = ana.page().url().replaceFirst("[?].*$", "");
    String id = address.substring(address.lastIndexOf('/') + 1);

    Visit vera = people.visit().as("vera", "/oversight");
    vera.type("id", id).press("Show");
    assertThat(vera.main()).containsText("Saw it");
    assertThat(vera.main()).containsText("Operator");
    vera.open("/cases/" + id);
    vera.page().getByRole(AriaRole.LINK, named("Erase")).click();
    assertThat(vera.main()).containsText("It cannot be undone");
    vera.select("reason", "OPENED_BY_MISTAKE").press("Erase");
    assertThat(vera.main()).containsText("Your word is kept for 24 hours");

    Visit jelena = people.visit().as("jelena", "/oversight");
    jelena.page().locator("main a[href*='" + id + "']").click();
    assertThat(jelena.main()).containsText("wants to erase it already");
    jelena.isAccessible().press("Erase");
    assertThat(jelena.main()).containsText("Erased.");
    ana.open("/cases/" + id);
    assertThat(ana.main()).containsText("This case was erased");
    vera.isQuiet();
    jelena.isQuiet();
  }

  @Test
  void anAdministratorRegistersADeskAndASupervisorConfirmsIt(Browsers.People people) {
    String name = "PU Probinci";
    Visit nikola = people.visit().as("nikola", "/");
    assertThat(nikola.main()).containsText("Health of the node");
    nikola.open("/registers/desks").press("Register a desk");
    nikola.type("name", name).type("region", "XX").press("Register the desk");
    assertThat(nikola.page().locator(".govuk-error-summary")).isFocused();
    assertThat(nikola.page().locator("#name")).hasValue(name);
    nikola.isAccessible().type("region", "").press("Register the desk");
    assertThat(nikola.main()).containsText("It cannot be shown again");
    nikola.isAccessible();

    Visit milan = people.visit().as("milan", "/registers/desks");
    milan.page().getByRole(AriaRole.LINK, named(name)).click();
    assertThat(milan.main()).containsText("Not confirmed");
    milan.isAccessible().press("Confirm");
    assertThat(milan.main()).containsText("It holds from now on");

    nikola.open("/registers/desks").page().getByRole(AriaRole.LINK, named(name)).click();
    nikola.main().getByText("Revoke", exactly()).click();
    nikola.isAccessible().press("Revoke now");
    assertThat(nikola.main()).containsText("The desk reads nothing any more");
    nikola.isQuiet();
    milan.isQuiet();
  }

  private static void released(Visit operator, String name) {
    filed(operator, name);
    operator.press("Decide what police may read").press("Let police read");
  }

  private static void filed(Visit operator, String name) {
    operator.open("/intake");
    operator.page().locator("input[name=danger][value=NO]").check();
    operator.page().locator("input[name=channel][value=PHONE]").check();
    operator.page().locator("input[name=agrees][value=YES]").check();
    operator
        .select("relation", "PARENT")
        .type("callerPhone", "+381601234567")
        .type("childName", name)
        .type("age", "11")
        .select("category", "RUNAWAY");
    operator.page().locator("input[name=feared][value=NOBODY]").check();
    operator.press("File this report");
    assertThat(operator.main()).containsText(name);
  }

  /** Reads the page again until the news has come. */
  private static void until(Visit reader, String page, String words) {
    reader.page().waitForCondition(() -> reader.open(page).main().innerText().contains(words));
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
