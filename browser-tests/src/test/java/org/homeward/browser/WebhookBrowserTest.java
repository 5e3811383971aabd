package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The system of an organisation is registered, confirmed, challenged and revoked. */
@ExtendWith({Chromium.class, Browsers.class})
class WebhookBrowserTest {

  @Test
  void anAdministratorRegistersASystemAndASupervisorConfirmsIt(Browsers.People people)
      throws IOException {
    String name = "Crveni krst Probić";
    HttpServer system =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    system.createContext("/in", WebhookBrowserTest::repeat);
    system.start();
    try {
      Visit nikola = people.visit().as("nikola", "/registers/webhooks");
      nikola.isAccessible().press("Register a webhook");
      nikola.type("name", name).type("url", "http://10.0.0.1/in").press("Register the webhook");
      assertThat(nikola.page().locator(".govuk-error-summary")).isFocused();
      assertThat(nikola.main()).containsText("must begin with https://");
      nikola
          .isAccessible()
          .type("url", "http://127.0.0.1:" + system.getAddress().getPort() + "/in")
          .press("Register the webhook");
      assertThat(nikola.main()).containsText("whsec_");
      nikola.isAccessible();

      Visit milan = people.visit().as("milan", "/tasks");
      assertThat(milan.main()).containsText("wait for your word");
      milan.isAccessible();
      milan.page().getByRole(AriaRole.LINK, named(name)).click();
      assertThat(milan.main()).containsText("Not confirmed");
      milan.isAccessible().press("Confirm");
      String page = milan.page().url().replaceFirst("[?].*$", "");
      milan
          .page()
          .waitForCondition(() -> milan.open(page).main().innerText().contains("Live since"));

      nikola.open("/registers/webhooks").page().getByRole(AriaRole.LINK, named(name)).click();
      nikola.main().getByText("Make a new key", exactly()).first().click();
      nikola.press("Make a new key");
      assertThat(nikola.main()).containsText("whsec_");
      nikola.page().getByRole(AriaRole.LINK, named("To the webhook")).click();
      assertThat(nikola.main()).containsText("signs until");
      nikola.main().getByText("Pause", exactly()).click();
      nikola.isAccessible().press("Pause now");
      assertThat(nikola.main()).containsText("Paused since");
      nikola.isAccessible().press("Resume");
      assertThat(nikola.main()).containsText("Resumed");
      nikola.main().getByText("Revoke", exactly()).click();
      nikola.isAccessible().press("Revoke now");
      assertThat(nikola.main()).containsText("Revoked");
      nikola.isQuiet();
      milan.isQuiet();
    } finally {
      system.stop(0);
    }
  }

  /** As a system that wants to be told does it. */
  private static void repeat(HttpExchange exchange) throws IOException {
    byte[] asked = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, asked.length);
    exchange.getResponseBody().write(asked);
    exchange.close();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
