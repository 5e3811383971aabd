package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tip goes from a stranger's form to police, by people's words; its contact goes nowhere. */
@ExtendWith({Chromium.class, Browsers.class})
class TipBrowserTest {
  private static final String SEEN = "A girl with a cello case got into a white van <b>fast</b>";
  private static final String CONTACT = "060 123 98 76";

  @Test
  void aStrangersTipReachesPoliceGradedAndWithoutItsContact(Browsers.People people) {
    Visit ana = people.visit().as("ana", "/desk");
    String caseId = released(ana);

    Visit stranger = people.visit().open("/tip");
    Map<String, String> headers = stranger.page().request().get("/tip").headers();
    assertThat(headers.get("x-robots-tag")).isEqualTo("noindex");
    assertThat(headers.get("cache-control")).contains("no-store");
    stranger.isAccessible();
    stranger.press("Send");
    assertThat(stranger.main()).containsText("NOT received. Call 116 000.");
    stranger.isAccessible();
    stranger
        .type("text", SEEN)
        .type("place", "petrol station at the toll gate")
        .select("withinMetres", "500")
        .answer("alertSeen", "AFTER_ALERT")
        .type("reference", "RS-ANYTHING")
        .type("contact", CONTACT);
    stranger
        .page()
        .locator("#picture")
        .setInputFiles(new FilePayload("a.jpg", "image/jpeg", Face.jpeg()));
    stranger.pictured("tip-typed");
    stranger.press("Send");
    assertThat(stranger.main()).containsText("Stored.");
    assertThat(stranger.main())
        .containsText("Danger or child in sight: 192 in Serbia, 112 in the EU.");
    stranger.pictured("tip-stored");
    stranger.isAccessible().isQuiet();
    assertThat(stranger.page().context().cookies()).as("nobody's session").isEmpty();

    ana.open("/tips").await(SEEN);
    ana.isAccessible();
    Locator tip =
        ana.main()
            .getByRole(AriaRole.LISTITEM)
            .filter(new Locator.FilterOptions().setHasText(SEEN));
    ana.press(tip.getByRole(AriaRole.LINK).first());
    assertThat(ana.main()).containsText(CONTACT);
    ana.pictured("tip-unseen");
    ana.isAccessible().press("Look at it");
    assertThat(ana.main()).containsText("You looked at it first.");
    placeIsChosen(ana);
    ana.isAccessible()
        .select("source", "B")
        .select("information", "PROBABLE")
        .type("reason", "knows the girl from school")
        .press("Store the grade");
    assertThat(ana.main()).containsText("The grade is stored.");
    ana.select("case", caseId).press("Tie it to this case");
    assertThat(ana.main()).containsText("The tip belongs to the case now.");
    ana.pictured("tip-graded");
    String page = ana.page().url().replaceFirst("[?].*$", "");
    ana.isAccessible().press("Make it a photo of the case");
    assertThat(ana.main()).containsText("Added. Look at it, then say what it is.");
    ana.open(page);
    assertThat(ana.main()).containsText("The picture is a photo of the case now.");
    ana.press("Make it a report");
    ana.page().waitForURL(url -> url.contains("/reports/"));
    assertThat(ana.main()).containsText(SEEN);

    Visit dragan = people.visit().as("dragan", "/police");
    item(dragan).click();
    assertThat(dragan.main()).not().containsText("cello");

    ana.press("Let police read");
    assertThat(ana.main()).containsText("Police can read this report now");

    dragan.await("cello");
    assertThat(dragan.main()).containsText(SEEN);
    assertThat(dragan.main()).containsText("usually reliable");
    assertThat(dragan.main()).not().containsText(CONTACT);
    assertThat(dragan.main()).not().containsText("knows the girl from school");
    dragan.pictured("tip-police");
    dragan.isAccessible();
    assertThat(dragan.page().request().get("/tips").text()).doesNotContain(SEEN);
    ana.isQuiet();
  }

  /** By keys, by pressing on the ground, and typed: the field has what is sent. */
  private static void placeIsChosen(Visit ana) {
    ana.main().getByText("Put its place on the map").click();
    Locator mark = ana.page().getByRole(AriaRole.SLIDER);
    Locator point = ana.page().locator("#point");
    Pattern aPoint = Pattern.compile("[0-9]{2}\\.[0-9]{4}, [0-9]{2}\\.[0-9]{4}");
    mark.press("+");
    mark.press("ArrowRight");
    mark.press("Shift+ArrowUp");
    assertThat(point).hasValue("");
    mark.press("Enter");
    assertThat(point).hasValue(aPoint);
    assertThat(ana.page().locator("#withinMetres")).not().hasValue("");
    String byKeys = point.inputValue();
    mark.click(new Locator.ClickOptions().setPosition(40, 40));
    assertThat(point).hasValue(aPoint);
    assertThat(point).not().hasValue(byKeys);
    ana.type("point", "45.2517, 19.8369").select("withinMetres", "500");
    assertThat(mark).hasAttribute("aria-valuetext", Pattern.compile("45\\.2517, 19\\.8369"));
    ana.pictured("tip-point");
    ana.isAccessible().press("Put it there");
    assertThat(ana.main()).containsText("It is on the map.");
    assertThat(ana.main()).containsText("45.2517, 19.8369");
  }

  private static Locator item(Visit police) {
    return police
        .main()
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText("17 years"))
        .getByRole(AriaRole.LINK)
        .first();
  }

  private static String released(Visit operator) {
    operator.open("/intake");
    operator.answer("danger", "NO").answer("channel", "PHONE").answer("agrees", "YES");
    operator
        .select("relation", "PARENT")
        .type("callerPhone", "+381601234577")
        .type("childName", "Viđena Probić")
        .type("age", "17")
        .select("category", "RUNAWAY")
        .answer("feared", "NOBODY")
        .press("File this report");
    assertThat(operator.main()).containsText("Viđena Probić");
    String caseId = operator.page().url().replaceFirst("[?].*$", "").replaceFirst("^.*/", "");
    operator.press("Decide what police may read").press("Let police read");
    assertThat(operator.main()).containsText("Police can read this report now");
    return caseId;
  }
}
