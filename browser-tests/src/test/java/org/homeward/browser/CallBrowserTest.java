package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The telephone rings: a call is no case; another becomes one, with a call-back. */
@ExtendWith({Chromium.class, Browsers.class})
class CallBrowserTest {

  private static final String NOTE = "asks about <b>summer work</b> abroad";
  private static final String WHOM = "the aunt in Niš";

  @Test
  void aCallThatIsNoCaseEndsInTheLog(Browsers.People people) {
    Visit ana = people.visit().as("ana", "/calls");
    ana.type("number", "+381 11 000 001").type("note", NOTE).select("ended", "JOB_OFFER_CHECK");
    ana.press("Only log the call");

    Locator call = ana.main().locator(".hw-call").filter(containing(NOTE));
    assertThat(call).containsText("Job offer checked");
    call.locator("a").first().click();
    assertThat(ana.main()).containsText(NOTE);
    ana.isAccessible().isQuiet();

    ana.follow("Check a job offer");
    ana.type("employer", "Hotel <b>Sonne</b>").type("destination", "DE");
    ana.answer("'answer.NO_FEE'", "NO");
    ana.page().locator("input[name='told.NO_FEE']").check();
    ana.press("Save the check");
    assertThat(ana.main()).containsText("The check is saved with the call.");
    assertThat(ana.page().locator("#employer")).hasValue("Hotel <b>Sonne</b>");
    assertThat(ana.page().locator("input[name='told.NO_FEE']")).isChecked();
    ana.isAccessible().isQuiet();
    ana.press("Begin a report from this check");
    assertThat(ana.page()).hasURL(Pattern.compile("/intake/drafts/"));
    assertThat(ana.page().locator("#notes")).hasValue(Pattern.compile("Hotel <b>Sonne</b>"));
    ana.isQuiet();
  }

  @Test
  void aCallBecomesACaseWithACallBackThatAColleagueMakes(Browsers.People people) {
    Visit ana = people.visit().as("ana", "/calls");
    ana.type("number", "+381 11 000 002").type("note", "a boy did not come home");
    ana.press("Start intake");
    assertThat(ana.page()).hasURL(Pattern.compile("/intake/drafts/"));
    assertThat(ana.page().locator("#callerPhone")).hasValue("+381 11 000 002");
    ana.page().locator("input[name=danger][value=NO]").check();
    ana.type("callerPhone", "+381601234568").type("childName", "Pozvan Probić");
    ana.press("File this report");
    assertThat(ana.page()).hasURL(Pattern.compile("/cases/"));

    ana.main().getByText("All notes, call-backs and next steps").click();
    ana.type("whom", WHOM).type("mustNotLearn", "that he called himself");
    ana.select("call-in", "15").press("Promise the call-back");
    assertThat(ana.main()).containsText(WHOM);
    assertThat(ana.main()).containsText("that he called himself");

    Visit marko = people.visit().as("marko", "/tasks?of=UNASSIGNED");
    Locator task = marko.main().locator(".hw-task").filter(containing(WHOM));
    assertThat(task).not().containsText("that he called himself");
    button(task, "Take it").click();
    assertThat(marko.main()).containsText("who does it now");
    marko.open("/tasks?of=MINE");
    button(task, "Reached").click();
    assertThat(task).hasCount(0);

    ana.open("/calls");
    Locator call = ana.main().locator(".hw-call").filter(containing("a boy did not come home"));
    call.getByText("Case RS-").click();
    assertThat(ana.main()).containsText("Pozvan Probić");
    ana.main().getByText("All notes, call-backs and next steps").click();
    assertThat(ana.main()).containsText("Reached");
    ana.isQuiet();
    marko.isQuiet();
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }
}
