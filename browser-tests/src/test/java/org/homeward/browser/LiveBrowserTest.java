package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a colleague does shows in open pages by itself, and a lost connection is said. */
@ExtendWith({Chromium.class, Browsers.class})
class LiveBrowserTest {

  private static final String DESK = "/desk?order=CHANGED";

  /** From here on only the stream brings anything new, and a page that was read again forgets. */
  private static void hearsOnlyTheStream(Page page) {
    page.mouse().move(1, 1); // a list that somebody points at stays as it is
    page.evaluate(
        "() => { window.isStill = true; for (const part of document.querySelectorAll('hw-refresh'))"
            + " { part.usual = part.pause = 86400000; part.plan(86400000); } }");
  }

  private static void isStillThatPage(Page page) {
    assertThat(page.evaluate("() => window.isStill")).isEqualTo(true);
  }

  /** Else it would tell what it shows already. */
  private static void isConnected(Page page) {
    page.waitForFunction("() => (localStorage.getItem('hw-live') || '').startsWith('cases.')");
  }

  private static String filed(Browsers.People people) {
    HotlineClient marko = people.hotline().as("marko");
    Answer opened =
        marko.open(Reports.missingBoy("NS-417-AL", Instant.now()), HotlineClient.newKey());
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    return opened.text("case");
  }

  private static Locator line(Page desk, String caseId) {
    return desk.locator("main a[href='/cases/" + caseId + "']").first();
  }

  private static Locator state(Page page) {
    return page.locator("hw-connection");
  }

  @Test
  void whatAColleagueFilesShowsOnTheDeskWhileSomebodyTypes(Browsers.People people) {
    Visit ana = people.visit().as("ana", DESK);
    Page desk = ana.page();
    isConnected(desk);
    Page intake = ana.tab(() -> desk.evaluate("() => { window.open('/intake'); }"));
    intake.locator("#childName").fill("Nedovršena Probić");
    intake.locator("#notes").fill("half a sen");
    hearsOnlyTheStream(desk);

    String caseId = filed(people);

    assertThat(line(desk, caseId)).isVisible();
    assertThat(desk.locator("hw-urgent"))
        .containsText(Pattern.compile("New and of high risk: [1-9]"));
    assertThat(desk).hasTitle(Pattern.compile("^\\([1-9]"));
    assertThat(intake.locator("#childName")).hasValue("Nedovršena Probić");
    assertThat(intake.locator("#notes")).hasValue("half a sen");
    assertThat(intake.locator("#notes")).isFocused();
    isStillThatPage(desk);
    ana.isAccessible().isQuiet();
  }

  @Test
  void whatColleaguesTypeShowsAsADraftAndGoesWhenItIsDiscarded(Browsers.People people) {
    Visit marko = people.visit().as("marko", DESK);
    isConnected(marko.page());
    hearsOnlyTheStream(marko.page());
    Visit ana = people.visit().as("ana", "/intake");
    ana.type("childName", "Odbačena Probić");
    assertThat(ana.page().locator("hw-saving")).containsText("Saved");
    String draft = ana.page().url().replaceAll(".*(/intake/drafts/[0-9a-f-]+).*", "$1");
    Locator line = marko.main().locator("a[href='" + draft + "']");
    assertThat(line).isVisible();

    ana.page().locator("details:has(#discard) summary").click();
    ana.page().locator("#discard button").click();

    assertThat(line).hasCount(0);
    isStillThatPage(marko.page());
  }

  @Test
  void aLateAnswerLeavesWhatSomebodyHasReached(Browsers.People people) {
    String caseId = filed(people);
    Page desk = people.visit().as("ana", DESK).page();
    isConnected(desk);
    hearsOnlyTheStream(desk);
    Locator line = line(desk, caseId);
    line.evaluate("link => { link.dataset.shown = 'before'; }");
    var late = new AtomicReference<Route>();
    desk.route(
        url -> url.contains("/desk/list"),
        route -> {
          if (!late.compareAndSet(null, route)) {
            route.resume();
          }
        });
    desk.evaluate(
        "() => { document.addEventListener('hw:answered', () => { window.isAnswered = true; });"
            + " document.querySelector('hw-refresh:has(#list)').ask(); }");
    desk.waitForCondition(() -> late.get() != null);

    line.focus();
    late.get().resume();

    desk.waitForFunction("() => window.isAnswered");
    assertThat(line).isFocused();
    assertThat(line).hasAttribute("data-shown", "before");
    line.blur();
    assertThat(line).not().hasAttribute("data-shown", "before");
  }

  @Test
  void aLostConnectionIsSaidAndWhatWasMissedIsTold(Browsers.People people) {
    Visit ana = people.visit().as("ana", DESK);
    Page desk = ana.page();
    isConnected(desk);
    assertThat(state(desk)).containsText("Connected");
    hearsOnlyTheStream(desk);

    people.kill("console");
    assertThat(state(desk)).containsText("Connection lost");
    String caseId = filed(people);
    people.start();

    assertThat(state(desk)).containsText("Connected");
    assertThat(line(desk, caseId)).isVisible();
    isStillThatPage(desk);
  }
}
