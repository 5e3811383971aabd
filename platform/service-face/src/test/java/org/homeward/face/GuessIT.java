package org.homeward.face;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.StubIssuer;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who tries keys is slowed down; who has the right one gets in. */
@ExtendWith(OutputCaptureExtension.class)
class GuessIT {

  private static final Duration SHORT = Duration.ofSeconds(1);

  /** What is delayed for good takes at least as long. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static final String GATEWAY = "127.0.0.8";
  private static Trial trial;

  @BeforeAll
  static void start() {
    trial =
        Trial.started(
            StubIssuer.started(),
            "homeward.guesses.free=3",
            "homeward.guesses.longest=" + LONGEST,
            "homeward.guesses.longest-for-login=500ms",
            "homeward.guesses.at-gateway=true",
            "homeward.door.proxies=" + GATEWAY);
  }

  @AfterAll
  static void stop() {
    trial.close();
  }

  @Test
  void everyWrongKeyMakesTheNextOneWaitLonger() {
    for (int i = 0; i < 8; i++) {
      assertThat(asks("127.0.0.20", "desk-" + i, "wrong").problem()).isEqualTo("unauthenticated");
    }

    assertThat(took(() -> asks("127.0.0.20", "desk-x", "wrong"))).isGreaterThan(SHORT);
    assertThat(took(() -> asks("127.0.0.21", "desk-x", "wrong"))).isLessThan(LONGEST);
  }

  @Test
  void theRightKeyGetsInThoughOthersTryThatLogin() throws Exception {
    try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> tries = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String from = "127.0.1." + i;
        tries.add(others.submit(() -> asks(from, "desk-7", "wrong")));
      }
      for (int i = 0; i < 5; i++) {
        var took =
            took(
                () -> assertThat(asks("127.0.0.30", "desk-7", "desk-key").status()).isEqualTo(200));
        assertThat(took).isLessThan(LONGEST);
      }
      for (var one : tries) {
        assertThat(one.get().status()).isEqualTo(401);
      }
    }
    assertThat(took(() -> asks("127.0.0.31", "desk-7", "desk-key")))
        .as("it waits a little")
        .isBetween(Duration.ofMillis(400), LONGEST);
  }

  @Test
  void theRightKeyGetsInFromWhereTheWrongOnesCame() {
    for (int i = 0; i < 9; i++) {
      asks("127.0.0.40", "desk-9", "wrong");
    }

    assertThat(asks("127.0.0.40", "desk-9", "desk-key").status()).isEqualTo(200);
  }

  @Test
  void aClientThatTriesManyAtOnceIsToldToComeAgainWhicheverLoginsTheyAreFor() throws Exception {
    for (int i = 0; i < 8; i++) {
      asks("127.0.0.50", "desk-5", "wrong");
    }
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> tries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String desk = "desk-5-" + i;
        tries.add(callers.submit(() -> asks("127.0.0.50", desk, "wrong")));
      }
      var statuses = new ArrayList<Integer>();
      for (var one : tries) {
        statuses.add(one.get().status());
      }
      assertThat(statuses).contains(401, 429).containsOnly(401, 429);
    }
  }

  @Test
  void anOldKeyOfOneDeskDelaysNobodyElseInItsOffice() {
    assertThat(asks("127.0.0.55", "desk-in-use", "desk-key").status()).isEqualTo(200);
    for (int i = 0; i < 9; i++) {
      asks("127.0.0.55", "desk-out-of-use", "old-key");
    }

    assertThat(took(() -> asks("127.0.0.55", "desk-in-use", "desk-key"))).isLessThan(LONGEST);
    assertThat(took(() -> asks("127.0.0.55", "desk-in-use", "another"))).isGreaterThan(SHORT);
  }

  @Test
  void whatTheGatewayPassesOnHasWaitedThere() {
    for (int i = 0; i < 20; i++) {
      var took = took(() -> asks(GATEWAY, "desk-6", "wrong", "X-Forwarded-For: 192.0.2.1"));
      assertThat(took).isLessThan(LONGEST);
    }
    assertThat(took(() -> asks("127.0.0.60", "desk-6", "desk-key"))).isLessThan(LONGEST);
  }

  @Proves(8)
  @Test
  void wrongKeysAreCountedAndNeitherNamedNorLogged(CapturedOutput output) {
    double before = counted();
    asks("127.0.0.70", "planted-desk", "planted-key");

    assertThat(counted()).isEqualTo(before + 1);
    assertThat(
            SecretScan.of("planted-desk", "planted-key", "127.0.0.70")
                .inText("log", output.getAll()))
        .isEmpty();
    assertThat(metric("homeward.guesses.wrong")).doesNotContain("planted", "127.0");
  }

  private static double counted() {
    var json =
        trial
            .management
            .call(
                "GET",
                "/actuator/metrics/homeward.guesses.wrong?tag=kind:login",
                trial.bearer(Role.ADMIN))
            .json();
    return json.path("measurements").get(0).path("value").asDouble();
  }

  private static String metric(String name) {
    return trial
        .management
        .call("GET", "/actuator/metrics/" + name, trial.bearer(Role.ADMIN))
        .text();
  }

  private static Answer asks(String from, String desk, String key, String... headers) {
    var basic = Base64.getEncoder().encodeToString((desk + ":" + key).getBytes(UTF_8));
    var all = new ArrayList<>(List.of(headers));
    all.add("Authorization: Basic " + basic);
    return trial.wire.from(from).call("GET", "/api/v1/feeds/police", all.toArray(String[]::new));
  }

  private static Duration took(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
