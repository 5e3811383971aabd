package org.homeward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person's browser at the console of one node. */
final class Visit implements AutoCloseable {
  /** Of every wait, in milliseconds: no test depends on how fast the machine is. */
  static final double PATIENCE = 180_000;

  private final URI door;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private Traffic traffic = new Traffic();

  Visit(Browser browser, URI door, Screen screen) {
    this.door = door;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(door.toString())
                .setLocale("en")
                .setTimezoneId("Europe/Belgrade")
                .setColorScheme(screen.scheme())
                .setViewportSize(screen.width(), screen.height()));
    context.setDefaultTimeout(PATIENCE);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          boolean isRefusal = message.text().startsWith("Failed to load resource"); // a 422 is one
          if (message.type().equals("error") && !isRefusal) complaints.add(message.text());
        });
    page.onPageError(complaints::add);
    page.onRequestFinished(request -> traffic.add(request));
  }

  Page page() {
    return page;
  }

  /** Opens a path of the console, and signs in when it asks who is there. */
  Visit as(String login, String path) {
    page.navigate(path);
    press("Sign in");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(login).setExact(true))
        .click();
    page.waitForURL(url -> url.startsWith(door.toString()));
    return this;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile(name));
  }

  private static Locator.GetByRoleOptions inMain(String name) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile(name));
  }

  /** The tab of the same browser that something opens. */
  Page tab(Runnable opens) {
    return context.waitForPage(opens);
  }

  Visit open(String path) {
    page.navigate(path);
    return this;
  }

  /** A button, or the link of a page that is dressed as one, by its words. */
  Visit press(String words) {
    Locator links =
        main().getByRole(AriaRole.LINK, inMain(words)).and(page.locator(".govuk-button"));
    page.getByRole(AriaRole.BUTTON, named(words)).or(links).click();
    return this;
  }

  /** Presses a form's button, again as long as something has changed since the form was shown. */
  Visit decide(String words) {
    Response answer;
    do {
      answer =
          page.waitForResponse(
              response -> response.request().isNavigationRequest() && response.status() / 100 != 3,
              () -> press(words));
    } while (answer.status() == 412);
    return this;
  }

  /** A link of the page itself, by its words. */
  Visit follow(String words) {
    main().getByRole(AriaRole.LINK, inMain(words)).first().click();
    return this;
  }

  /** Reads the page again until it has these words: what they tell comes from elsewhere. */
  Visit await(String words) {
    page.waitForCondition(
        () -> {
          if (page.locator("body").innerText().contains(words)) {
            return true;
          }
          page.reload();
          return false;
        });
    return this;
  }

  Visit choose(String label) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
    return this;
  }

  /** Types into the field with this id. */
  Visit type(String field, String text) {
    page.locator("#" + field).fill(text);
    return this;
  }

  Visit select(String field, String code) {
    page.locator("#" + field).selectOption(code);
    return this;
  }

  Locator main() {
    return page.locator("main");
  }

  /** Counts requests and bytes from here on. */
  Visit count() {
    traffic = new Traffic();
    return this;
  }

  Traffic traffic() {
    return traffic;
  }

  /** The page follows the rules of WCAG 2.2 AA that a program can check, and fits the screen. */
  Visit isAccessible() {
    List<Rule> broken =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    assertThat(broken)
        .as("violations on %s", page.title())
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
    Object wider =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) wider).intValue()).as("pixels that need sideways scrolling").isZero();
    return this;
  }

  /** Neither a script's error nor a refusal of the page's own policy was reported. */
  Visit isQuiet() {
    assertThat(complaints).isEmpty();
    return this;
  }

  void picture(Path file) {
    byte[] _ = page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }
}
