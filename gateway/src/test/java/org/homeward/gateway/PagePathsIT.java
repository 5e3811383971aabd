package org.homeward.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the console come through with what browsers need, and nothing of it reaches the API. */
class PagePathsIT {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String COOKIE = "Cookie: HW-rs=planted";

  private static Door door;

  @BeforeAll
  static void open() {
    door = Door.open();
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @BeforeEach
  void forget() {
    door.forget();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/login/oauth2/code/homeward?code=a&state=b",
        "/language/en?to=x",
        "/assets/0a1b/console.css",
        "/desk",
        "/desk/list?order=RISK",
        "/calls/1",
        "/tip",
        "/tips/1",
        "/n/K7QX-2MRDU",
        "/n/K7QX-2MRDU/photos/1/400",
        "/notices",
        "/preferences",
        "/preferences/open/x",
        "/find",
        "/tasks",
        "/shift",
        "/on-call",
        "/scripts",
        "/intake",
        "/cases/1",
        "/alerts/1",
        "/stops",
        "/review",
        "/police",
        "/police/1",
        "/me",
        "/lock",
        "/back",
        "/live"
      })
  void pagesAreForBrowsersWithTheirCookies(String path) {
    assertThat(door.wire.call("GET", path, COOKIE).status()).isEqualTo(200);

    assertThat(door.console.last().uri()).isEqualTo(path);
    assertThat(door.console.last().header("cookie")).containsExactly("HW-rs=planted");
    assertThat(door.passed()).hasSize(1);
  }

  @Proves(8)
  @Test
  void aFormStaysABodyOfAnySizeAndIsInNoUrl() {
    String form = "name=Milica&text=" + "x".repeat(100_000);

    assertThat(door.wire.send("POST", "/intake", form, FORM, COOKIE).status()).isEqualTo(200);

    assertThat(door.console.last().uri()).isEqualTo("/intake");
    assertThat(new String(door.console.last().body(), UTF_8)).isEqualTo(form);
  }

  @Test
  void redirectsCookiesAndThePolicyOfAPageReachTheBrowser() {
    door.console.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/login");
          exchange
              .getResponseHeaders()
              .set("Set-Cookie", "HW-rs=1; Path=/; HttpOnly; SameSite=Lax");
          exchange
              .getResponseHeaders()
              .set("Content-Security-Policy", "default-src 'none'; script-src 'self'");
          StubUpstream.reply(exchange, 302, new byte[0]);
        });

    var answer = door.wire.call("GET", "/desk");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("/login");
    assertThat(answer.header("Set-Cookie")).isEqualTo("HW-rs=1; Path=/; HttpOnly; SameSite=Lax");
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; script-src 'self'");
    assertThat(door.console.seen()).as("the gateway does not follow").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/assets/0a1b/console.css", "/"})
  void whatTakesNoFormGetsNone(String path) {
    assertThat(door.wire.send("POST", path, "a=b", FORM).status()).isEqualTo(405);
    assertThat(door.passed()).isEmpty();
  }
}
