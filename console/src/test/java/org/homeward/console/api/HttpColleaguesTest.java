package org.homeward.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.homeward.console.login.SignedIn;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are for the hotline's own people, and hold up no page. */
class HttpColleaguesTest {

  private static final String FOUND =
      """
      {"colleagues":[{"person":"p-1003","name":"Jelena","roles":["supervisor"]},
       {"person":"p-1009","name":"Nikola","roles":["admin"]}]}""";

  private final SettableClock clock = SettableClock.at("2026-11-29T02:40:00Z");
  private AnsweringApi node;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void theyAreAskedForOnceInAWhile() {
    try (var ana = new SignedIn("p-1001")) {
      var colleagues = new HttpColleagues(node.api(ana.tokens()), clock);
      node.then(200, "", FOUND).then(503, "", "");

      assertThat(colleagues.name("p-1003")).contains("Jelena");
      assertThat(colleagues.name("p-1004")).isEmpty();
      assertThat(colleagues.team()).containsOnlyKeys("p-1003");
      assertThat(node.asked()).hasSize(1);

      clock.advance(Duration.ofMinutes(1));
      assertThat(colleagues.name("p-1003")).as("intake is away").contains("Jelena");
      assertThat(node.asked()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"police", "authority"})
  @Proves(8)
  void whoeverDoesNotWorkHereReadsNoName(String role) {
    HttpColleagues colleagues;
    try (var ana = new SignedIn("p-1001")) {
      colleagues = new HttpColleagues(node.api(ana.tokens()), clock);
      node.then(200, "", FOUND);
      assertThat(colleagues.name("p-1003")).isPresent();
    }
    try (var dragan = new SignedIn("p-1005", role)) {
      assertThat(dragan.person().id()).isEqualTo("p-1005");
      assertThat(colleagues.name("p-1003")).isEmpty();
      assertThat(colleagues.team()).isEmpty();
    }
    assertThat(colleagues.name("p-1003")).as("nobody is signed in").isEmpty();
    assertThat(node.asked()).hasSize(1);
  }
}
