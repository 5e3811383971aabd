package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A caller reports a girl who ran away; police read what the operator decides, and nothing else.
 * The whole way goes by keyboard.
 */
@ExtendWith({Chromium.class, Browsers.class})
class RunawayBrowserTest {
  private static final String NAME = "Jovana Probić";
  private static final String NOTES = "caller whispers, father in the next room";

  @Test
  void operatorFilesAndReleasesAndAnOfficerReadsItInAnotherBrowser(Browsers.People people) {
    Visit ana = people.byKeyboard().as("ana", "/desk");
    file(ana, NAME);
    assertThat(ana.page()).hasURL(Pattern.compile("/cases/"));
    assertThat(ana.main()).containsText(NAME);
    assertThat(ana.main()).containsText("Police cannot read it yet");

    Visit dragan = people.byKeyboard().as("dragan", "/police");
    Locator item = // no other journey lets police read of somebody of this age
        dragan
            .main()
            .getByRole(AriaRole.LISTITEM)
            .filter(new Locator.FilterOptions().setHasText("14 years"));

    ana.press("Decide what police may read");
    assertThat(ana.main()).containsText("Cannot be taken back");
    ana.press("Let police read");
    assertThat(ana.main()).containsText("Police");

    assertThat(item).hasCount(1);
    assertThat(item).not().containsText(NAME);
    dragan.press(item.getByRole(AriaRole.LINK));
    assertThat(dragan.main()).containsText(NAME);
    assertThat(dragan.main()).not().containsText(NOTES);
    dragan.isQuiet();
    ana.isQuiet();
  }

  @Test
  void theSameFormPressedTwiceFilesOneCase(Browsers.People people) {
    Visit marko = people.visit().as("marko", "/desk");
    String name = "Dupla Probić";
    fill(marko, name);
    marko
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("File this report"))
        .dblclick();
    assertThat(marko.page()).hasURL(Pattern.compile("/cases/"));
    marko.page().goBack();
    Locator form = marko.page().locator("[name=childName]");
    assertThat(form.or(marko.main().getByText("This call was filed or discarded"))).isVisible();
    if (form.isVisible()) { // no draft was saved before the form was sent
      assertThat(form).hasValue(""); // what is filed cannot be sent once more
    }
    marko.open("/desk");
    assertThat(marko.main().getByText(name)).hasCount(1);
  }

  @Test
  void whatWasTypedStaysWhenTheServerRefusesIt(Browsers.People people) {
    Visit ana = people.visit().as("ana", "/intake");
    ana.type("childName", "<script>alert(1)</script> & \"Ćira\"").press("File this report");
    assertThat(ana.page().locator(".govuk-error-summary")).isFocused();
    assertThat(ana.page().locator("#childName")).hasValue("<script>alert(1)</script> & \"Ćira\"");
    ana.isAccessible().isQuiet();
  }

  private static void file(Visit operator, String name) {
    fill(operator, name);
    operator.press("File this report");
  }

  private static void fill(Visit operator, String name) {
    operator
        .press("New call")
        .answer("danger", "NO")
        .answer("channel", "PHONE")
        .select("relation", "PARENT")
        .type("callerPhone", "+381601234567")
        .type("childName", name)
        .type("age", "14")
        .select("category", "RUNAWAY")
        .answer("feared", "NOBODY")
        .answer("agrees", "YES")
        .type("notes", NOTES);
  }
}
