package org.homeward.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.homeward.local.node.Poll;

/** One person's browser at the console of one node. */
final class Visit implements AutoCloseable {
  /** Of every wait, in milliseconds: no test depends on how fast the machine is. */
  static final double PATIENCE = 180_000;

  /** Between two looks at a page, so that the nodes get on with what is waited for. */
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** No part of the page is on its way, and none is half faded in. */
  private static final String IS_STILL =
      """
      () => !document.querySelector(".htmx-request, .htmx-added, .htmx-swapping, .htmx-settling")
          && [...document.images].every(image => image.complete)
      """;

  private final URI door;
  private final Screen screen;
  private final BrowserContext context;
  private final Page page;
  private final Hands hands;
  private final Map<String, List<Cookie>> logins;
  private final List<String> complaints = new ArrayList<>();
  private Traffic traffic = new Traffic();

  /**
   * @param logins by login what a browser keeps of somebody who has signed in at this node
   */
  Visit(
      Browser browser,
      URI door,
      Screen screen,
      Function<Page, Hands> hands,
      Map<String, List<Cookie>> logins) {
    this.door = door;
    this.screen = screen;
    this.logins = logins;
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
    this.hands = hands.apply(page);
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

  /**
   * Opens a path of the console as somebody who has signed in. A mouse user goes on with the login
   * of an earlier visit, as in another window; a keyboard user signs in each time.
   */
  Visit as(String login, String path) {
    List<Cookie> earlier = logins.get(login);
    if (earlier == null || hands instanceof Keys) {
      return signIn(login, path);
    }
    context.addCookies(earlier);
    page.navigate(path);
    boolean isOver = page.locator("hw-lock").count() == 0;
    return isOver ? signIn(login, path) : this;
  }

  /** The same with a login of its own. */
  Visit signIn(String login, String path) {
    context.clearCookies();
    page.navigate(path);
    press("Sign in");
    hands.press(
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(login).setExact(true)));
    page.waitForURL(url -> url.startsWith(door.toString()));
    logins.put(login, context.cookies());
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
    return press(page.getByRole(AriaRole.BUTTON, named(words)).or(links));
  }

  Visit press(Locator control) {
    hands.press(control);
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
    return press(main().getByRole(AriaRole.LINK, inMain(words)).first());
  }

  /** Reads the page again until it has these words: what they tell comes from elsewhere. */
  Visit await(String words) {
    boolean isThere =
        Poll.until(
            Duration.ofMillis((long) PATIENCE),
            PAUSE,
            () -> {
              if (page.locator("body").innerText().contains(words)) {
                return true;
              }
              page.reload();
              return false;
            });
    assertThat(isThere).as("%s on %s", words, page.title()).isTrue();
    return this;
  }

  Visit choose(String label) {
    return choose(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
  }

  Visit choose(Locator answer) {
    hands.choose(answer);
    return this;
  }

  /** One of the answers to a question, by its code. */
  Visit answer(String question, String code) {
    return choose(page.locator("input[name=%s][value=%s]".formatted(question, code)));
  }

  /** Types into the field with this id. */
  Visit type(String field, String text) {
    hands.type(page.locator("#" + field), text);
    return this;
  }

  Visit select(String field, String code) {
    hands.select(page.locator("#" + field), code);
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

  /** The page follows the rules of WCAG 2.2 AA that a program can check, and fits every screen. */
  Visit isAccessible() {
    access().begun().finish();
    return this;
  }

  /** Each page that is opened from here on has the rules already, which are half a megabyte. */
  Visit withRules() {
    context.addInitScript(Access.RULES);
    return this;
  }

  Access access() {
    return new Access(page, screen);
  }

  /** Neither a script's error nor a refusal of the page's own policy was reported. */
  Visit isQuiet() {
    assertThat(complaints).isEmpty();
    return this;
  }

  /** Where this browser is, and what stands there, for whoever looks for the cause of a failure. */
  String shown() {
    try {
      String text =
          page.locator("body").innerText(new Locator.InnerTextOptions().setTimeout(5_000));
      return "%s %s%n%s%n%s".formatted(page.url(), page.title(), text, complaints);
    } catch (PlaywrightException gone) {
      return page.url() + ": " + gone.getMessage();
    }
  }

  /** The whole page as this screen shows it; the window is as long as the page. */
  void picture(Path file, Screen on) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(on.scheme()));
    page.setViewportSize(on.width(), on.height());
    Object length = page.evaluate("() => document.documentElement.scrollHeight");
    page.setViewportSize(on.width(), ((Number) length).intValue());
    page.waitForFunction(IS_STILL);
    byte[] _ = page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  /** For people who look at pages, on each screen; a test run makes none. */
  Visit pictured(String name) {
    String to = System.getProperty("homeward.pictures", "");
    if (!to.isEmpty()) {
      for (Screen each : Screen.values()) {
        picture(each.file(Path.of(to), name), each);
      }
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(screen.scheme()));
      page.setViewportSize(screen.width(), screen.height());
    }
    return this;
  }

  /** The same, and in another language too. */
  Visit pictured(String name, String language) {
    pictured(name);
    if (!System.getProperty("homeward.pictures", "").isEmpty()) {
      in(language).pictured(name + "-" + language).in("en");
    }
    return this;
  }

  /** The same page in another language. */
  Visit in(String language) {
    String here = URI.create(page.url()).getRawPath();
    String query = URI.create(page.url()).getRawQuery();
    String to = URLEncoder.encode(query == null ? here : here + "?" + query, UTF_8);
    return open("/language/" + language + "?to=" + to);
  }

  @Override
  public void close() {
    context.close();
  }
}
