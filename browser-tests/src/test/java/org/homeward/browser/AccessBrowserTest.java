package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every main page can be read and used by everybody, in light and in dark, on every width. */
@ExtendWith({Chromium.class, Browsers.class})
class AccessBrowserTest {

  static Iterable<String> logins() {
    return MainPage.logins();
  }

  @ParameterizedTest
  @MethodSource("logins")
  void everyPageOfAPersonIsAccessible(String login, Browsers.People people) {
    Night night = people.night();
    // The rules run in one window while the node makes the next page for the other.
    Visit here = MainPage.visit(login, people).withRules();
    Visit there = MainPage.visit(login, people).withRules();
    Access before = null;
    for (MainPage page : MainPage.of(login)) {
      page.open(here, night);
      Access begun = here.access().begun();
      if (before != null) {
        before.finish();
      }
      before = begun;
      Visit next = there;
      there = here;
      here = next;
    }
    assertThat(before).isNotNull();
    before.finish();
    here.isQuiet();
    there.isQuiet();
  }

  @Test
  void aPageOfLettersFromRightToLeftIsMirrored(Browsers.People people) {
    Night night = people.night();
    Visit ana = new Mirror().before(people.visit().as("ana", "/me"));
    for (String path : List.of("/desk", "/cases/{runaway}", "/intake", "/calls")) {
      ana.open(night.path(path));
      assertThat(ana.page().locator("html")).hasAttribute("dir", "rtl");
      ana.isAccessible();
      assertThat(left(ana.page().locator(".hw-nav"))).isGreaterThan(left(ana.main()));
    }
    ana.open(night.path("/cases/{runaway}"));
    assertThat(left(ana.page().locator(".hw-side"))).isLessThan(left(ana.main().locator("h1")));
    ana.isQuiet();
  }

  private static double left(Locator part) {
    return part.boundingBox().x;
  }
}
