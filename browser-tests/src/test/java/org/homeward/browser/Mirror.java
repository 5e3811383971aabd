package org.homeward.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Pages of the console as a language of letters from right to left would have them. Arabic is none
 * of its languages: a few words of it stand in for all.
 */
final class Mirror {
  private final Properties words = new Properties();

  Mirror() {
    try (InputStream file = Mirror.class.getResourceAsStream("arabic.properties")) {
      words.load(new InputStreamReader(file, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every page that this browser opens from here on. */
  Visit before(Visit visit) {
    visit.page().route(address -> true, this::turn);
    return visit;
  }

  private void turn(Route route) {
    if (!route.request().isNavigationRequest()) {
      route.resume();
      return;
    }
    APIResponse answer = route.fetch();
    String page = answer.text().replace("lang=\"en\" dir=\"ltr\"", "lang=\"ar\" dir=\"rtl\"");
    for (String english : words.stringPropertyNames()) {
      page = page.replace(">" + english + "<", ">" + words.getProperty(english) + "<");
    }
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(page));
  }
}
