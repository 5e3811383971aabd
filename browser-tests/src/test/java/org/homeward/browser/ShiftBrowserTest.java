package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The night ends: one shift is left, the next one accepts it; and somebody on call is tried. */
@ExtendWith({Chromium.class, Browsers.class})
class ShiftBrowserTest {

  private static final String WORDS = "The <b>lift</b> is broken; use the stairs.";
  private static final String LINE = "The aunt calls at six & asks for Ana.";
  private static final String OFFICER = "Duty officer Novi Sad";

  @Test
  void aShiftIsLeftAndTheNextOperatorAcceptsIt(Browsers.People people) {
    Visit ana = people.visit().as("ana", "/intake");
    ana.page().locator("input[name=channel][value=PHONE]").check();
    ana.page().locator("input[name=danger][value=NO]").check();
    ana.type("childName", "Predata Probić").press("File this report");
    assertThat(ana.page()).hasURL(Pattern.compile("/cases/[0-9a-f-]{36}"));
    String caseId = ana.page().url().replaceFirst("^.*/cases/", "").substring(0, 36);
    ana.open("/calls").type("note", "rings again at dawn").press("Start intake");
    assertThat(ana.page()).hasURL(Pattern.compile("/intake/drafts/"));

    ana.open("/shift").isAccessible().press("Hand over the shift");
    assertThat(ana.main()).containsText("Calls that are not filed yet");
    ana.type("words", WORDS).type("about-" + caseId, LINE).select("in", "60");
    ana.isAccessible().press("Hand it over");
    assertThat(ana.main()).containsText("The shift is handed over");
    assertThat(ana.main()).containsText("I stay after all");

    Visit marko = people.visit(Screen.PHONE_DARK).as("marko", "/desk");
    Locator bar = marko.page().locator(".hw-top__shift");
    assertThat(bar).containsText("Shift handed over by");
    bar.locator("a").click();
    marko.await("Handed over by Ana");
    assertThat(marko.main()).containsText(WORDS);
    assertThat(marko.main()).containsText(LINE);
    assertThat(marko.main()).containsText("Predata Probić");
    marko.isAccessible().press("I take over");
    assertThat(marko.main()).containsText("You have the shift now");
    assertThat(bar).containsText("Shift: you");
    marko.isAccessible().isQuiet();

    ana.press("I stay after all");
    assertThat(ana.main()).containsText("A colleague was quicker");
    assertThat(ana.main()).containsText("What has changed since you left");
    ana.isAccessible().isQuiet();
  }

  @Test
  void somebodyOnCallIsTriedAndTheNextColleagueSeesIt(Browsers.People people) {
    Visit nikola = people.visit().as("nikola", "/registers/on-call");
    nikola.type("name-0", OFFICER).type("phone-0", "+381 21 000 192").select("duty-0", "POLICE");
    nikola.isAccessible().press("Save the card");
    assertThat(nikola.main()).containsText("The card is saved");
    nikola.isAccessible().isQuiet();

    Visit ana = people.visit().as("ana", "/on-call");
    Locator officer = ana.main().locator(".hw-task").filter(containing(OFFICER));
    ana.isAccessible();
    button(officer, "Nobody answered").click();
    assertThat(officer).containsText("nobody answered (you)");

    Visit marko = people.visit(Screen.DESKTOP_DARK).as("marko", "/on-call");
    assertThat(marko.main().locator(".hw-task").filter(containing(OFFICER)))
        .containsText("nobody answered");
    marko.isAccessible().open("/calls");
    assertThat(marko.main().locator(".hw-call").filter(containing(OFFICER)).first())
        .containsText("Outgoing, nobody answered");
    marko.isQuiet();
    ana.isQuiet();
  }

  @Test
  void aTextIsReadBesideACallOnceASupervisorHasApprovedIt(Browsers.People people) {
    String script = "/scripts/SILENT_CALL.en";
    Visit ana = people.visit().as("ana", script);
    ana.type("text", "This is 116 000 <b>. Tap once if you hear me.").press("Propose this text");
    assertThat(ana.main()).containsText("The text is proposed");

    Visit jelena = people.visit(Screen.DESKTOP_DARK).as("jelena", "/scripts");
    jelena.isAccessible().open(script).isAccessible().press("Approve this text");
    assertThat(jelena.main()).containsText("stands beside calls");
    jelena.isAccessible().isQuiet();

    ana.open("/calls").main().locator("summary").getByText("What to say").click();
    ana.main().getByText("Nobody speaks").click();
    assertThat(ana.main()).containsText("116 000 <b>. Tap once");
    ana.isAccessible().isQuiet();
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }
}
