package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.face.testing.Answer;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console is away; a browser gets a page, and everything else the problem. */
class AwayPageIT {

  private static final String BROWSER =
      "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final String ENGLISH = "Accept-Language: en-GB,en;q=0.8";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private static Door door;

  @BeforeAll
  static void open() {
    door = Door.open();
    door.console.stop();
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void aPageSaysWhatIsAwayAndIsWholeByItself() {
    Answer answer = door.wire.call("GET", "/desk", BROWSER, ENGLISH);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.header("Refresh")).isEqualTo("30");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe", "script");
    assertThat(answer.text()).contains("The console is away", "116 000", "./homeward status");
  }

  /** While connections are refused, and while the breaker is open. */
  @Proves(8)
  @Test
  void everyCodeOfANoticeHasTheSameBytesWhetherOrNotTheBreakerIsOpen() {
    String first = door.wire.call("GET", "/n/K7QX-2MRDU", BROWSER, ENGLISH).text();

    for (int i = 0; i < 30; i++) {
      Answer answer = door.wire.call("GET", "/n/AAAA-" + i + "?language=en", BROWSER, ENGLISH);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Refresh")).isEqualTo("60");
      assertThat(answer.text()).isEqualTo(first);
    }
    for (var path : List.of("/notices", "/n/K7QX-2MRDU/photos/1/400")) {
      assertThat(door.wire.call("GET", path, BROWSER, ENGLISH).text()).isEqualTo(first);
    }
    assertThat(first).doesNotContain("K7QX").contains("Notices cannot be shown", "192", "112");
  }

  @Test
  void aTipIsNotReceivedAndNothingOfItComesBack() {
    String asked = door.wire.call("GET", "/tip?reference=K7QX", BROWSER, ENGLISH).text();
    Answer sent = door.wire.send("POST", "/tip", "text=planted", BROWSER, ENGLISH, FORM);

    assertThat(asked).contains("NOT received. Call").doesNotContain("K7QX");
    assertThat(sent.status()).isEqualTo(503);
    assertThat(sent.all("Refresh")).isEmpty();
    assertThat(sent.text()).isEqualTo(asked);
  }

  @Test
  void aFormOfStaffWasNotSent() {
    Answer sent = door.wire.send("POST", "/intake", "name=planted", BROWSER, ENGLISH, FORM);

    assertThat(sent.status()).isEqualTo(503);
    assertThat(sent.all("Refresh")).isEmpty();
    assertThat(sent.text()).contains("NOTHING was done").doesNotContain("planted");
  }

  @Test
  void scriptsAndProgramsGetTheProblem() {
    for (var accept : List.of("Accept: */*", "Accept: application/json", "Accept: nonsense")) {
      Answer answer = door.wire.call("GET", "/desk/list", accept);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("unavailable");
    }
    assertThat(door.wire.call("GET", "/desk").problem()).isEqualTo("unavailable");
  }

  @Test
  void anotherServiceThatIsAwayStaysAProblemForBrowsersToo() {
    door.alert.stop();
    try {
      assertThat(door.wire.call("GET", "/api/v1/public/notices", BROWSER).problem())
          .isEqualTo("unavailable");
    } finally {
      door.alert.start();
    }
  }
}
