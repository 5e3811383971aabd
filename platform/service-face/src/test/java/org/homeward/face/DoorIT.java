package org.homeward.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Held;
import org.homeward.face.testing.StubIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers can do to a service, and what they cannot. */
class DoorIT {

  private static final Duration HEADERS = Duration.ofSeconds(1);
  private static final Duration BODY = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Tomcat looks at its silent connections once a second. */
  private static final Duration TURN = Duration.ofMillis(2_200);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String JSON = "Content-Type: application/json";
  private static final String WISHES = "/api/v1/wishes";
  private static Trial trial;
  private static int port;
  private static String operator;

  private final List<Held> held = new ArrayList<>();

  @BeforeAll
  static void start() {
    trial =
        Trial.started(
            StubIssuer.started(),
            "homeward.door.headers=" + HEADERS,
            "homeward.door.body=" + BODY,
            "homeward.door.lowest-rate=5B",
            "homeward.door.connections=200",
            "homeward.door.waiting=512KB",
            "homeward.door.hosts=https://hotline.example.org",
            "homeward.door.places.open=4",
            "homeward.door.places.staff=4",
            "homeward.door.places.stops=1",
            "homeward.door.slow[0].path=/api/v1/things/slow",
            "homeward.door.slow[0].limit=128KB",
            "homeward.door.slow[0].within=30s");
    port = trial.wire.port();
    operator = trial.bearer(Role.OPERATOR);
  }

  @AfterAll
  static void stop() {
    trial.close();
  }

  @BeforeEach
  void nobodyIsThere() {
    TrialService.wishes.set(0);
    TrialService.gate = new CountDownLatch(0);
  }

  @AfterEach
  void hangUp() {
    TrialService.gate.countDown();
    held.forEach(Held::close);
    // What the last test took has been given back before the next one begins.
    Awaitility.await().until(() -> wish("").status() == 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET",
        "GET /api/v1/things/1 HTTP/1.1\r\nHost: x\r\n",
        "GET /api/v1/things/1 HTTP/1.1\r\nHost: x\r\nX: "
      })
  void headersHaveADeadlineWhateverComesMeanwhile(String begun) {
    var slow = held(begun).drip("a", PAUSE);

    assertThat(slow.answer(PATIENCE).status()).isZero();
    assertThat(slow.lived()).isLessThan(HEADERS.plus(TURN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET", "GET / HTTP/1.1\r\nHost: x\r\n", "\r\n"})
  void silenceBeforeTheHeadersAreThereIsCut(String begun) {
    var silent = held(begun);

    assertThat(silent.answer(PATIENCE).status()).isZero();
    assertThat(silent.lived()).isLessThan(HEADERS.plus(TURN));
  }

  @Test
  void emptyLinesKeepNoConnection() {
    var slow = held("\r\n").drip("\r\n", PAUSE);

    assertThat(slow.isClosedWithin(HEADERS.plus(TURN))).isTrue();
  }

  @Test
  void theDeadlineHoldsForEachRequestOfAConnection() {
    var slow = held(head("GET", "/api/v1/things/1", operator) + "GET /").drip("a", PAUSE);

    assertThat(slow.answer(PATIENCE).status()).isEqualTo(200);
    assertThat(slow.lived()).isLessThan(HEADERS.plus(TURN));
  }

  @Test
  void aBodyThatComesByteByByteIsCutWithAnAnswer() {
    var slow = held(half(WISHES, "Content-Length: 500")).drip("a", PAUSE);

    assertThat(slow.answer(PATIENCE).problem()).isEqualTo("too-slow");
    assertThat(slow.lived()).isBetween(BODY.minusMillis(200), BODY.plus(TURN));
  }

  @Test
  void aBodyBelowTheLowestRateIsCutSooner() {
    for (var slow :
        List.of(
            held(half(WISHES, "Content-Length: 500") + "a"),
            held(half(WISHES, "Content-Length: 500") + "a").drip("a", Duration.ofMillis(600)),
            held(half(WISHES, "Transfer-Encoding: chunked") + "4\r\n"))) {
      assertThat(slow.answer(PATIENCE).problem()).isEqualTo("too-slow");
      assertThat(slow.lived()).isLessThan(BODY.minusMillis(200));
    }
  }

  @Test
  void whatStandsBetweenChunksCountsToo() {
    for (String after : List.of("1;x=", "1\r\na\r\n0\r\nTrailer: ")) {
      var slow = held(half(WISHES, "Transfer-Encoding: chunked") + after).drip("a", PAUSE);

      slow.answer(PATIENCE);
      assertThat(slow.lived()).isLessThan(BODY.plus(TURN));
    }
  }

  @Test
  void aBodyThatNobodyWantsHasADeadlineToo() {
    var refused = held(half("/api/v1/things", "Content-Length: 500")).drip("a", PAUSE);

    assertThat(refused.answer(PATIENCE).problem()).isEqualTo("unauthenticated");
    assertThat(refused.lived()).isLessThan(BODY.plus(TURN));
  }

  @Test
  void aSlowPathHasItsOwnTimeAndRoom() {
    var request =
        "PATCH /api/v1/things/slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + operator
            + "\r\nContent-Type: application/merge-patch+json\r\nIf-Match: *\r\nContent-Length: 100000\r\n\r\n";
    var slow = held(request.replace("Host: x", "Host: localhost"));
    for (int sent = 0; sent < 100_000; sent += 20_000) {
      assertThat(slow.isClosedWithin(Duration.ofMillis(800))).isFalse();
      slow.send("a".repeat(20_000));
    }

    assertThat(slow.answer(PATIENCE).status()).isEqualTo(204);
    assertThat(slow.lived()).isGreaterThan(BODY);
  }

  @Test
  void halfSentRequestsTakeNobodysPlace() {
    for (int i = 0; i < 40; i++) {
      held(half(WISHES, "Content-Length: 500") + "a");
      held(half("/api/v1/halts", operator, "Content-Length: 500") + "a");
    }

    assertThat(wish("a").status()).isEqualTo(200);
    assertThat(halt().status()).isEqualTo(200);
    assertThat(held).noneMatch(one -> one.isClosedWithin(Duration.ZERO));
  }

  @Test
  void aClientHasItsShareOfTheOpenPlacesAndOthersTheRest() throws Exception {
    TrialService.gate = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> waiting = new ArrayList<>();
      for (var from : List.of("127.0.0.1", "127.0.0.1", "127.0.0.2")) {
        waiting.add(callers.submit(() -> wishFrom(from)));
      }
      Awaitility.await().until(() -> TrialService.wishes.get() == 3);

      var third = wishFrom("127.0.0.1");
      assertThat(third.problem()).isEqualTo("too-many");
      assertThat(third.header("Retry-After")).isNotEmpty();

      waiting.add(callers.submit(() -> wishFrom("127.0.0.2")));
      Awaitility.await().until(() -> TrialService.wishes.get() == 4);
      var full = wishFrom("127.0.0.3");
      assertThat(full.problem()).isEqualTo("unavailable");
      assertThat(full.header("Retry-After")).isNotEmpty();

      assertThat(halt().status()).as("stops have places of their own").isEqualTo(200);
      assertThat(trial.wire.call("GET", "/api/v1/things/1", operator).status())
          .as("so have people with a token")
          .isEqualTo(200);
      TrialService.gate.countDown();
      for (var answer : waiting) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void waitingBodiesAreBoundedForStrangersAndForOneOfThem() {
    var large = half(WISHES, "Content-Length: 60000") + "a".repeat(59_000);
    holdUntil(
        () -> held("127.0.0.2", large), () -> wishFrom("127.0.0.2", "a".repeat(7_000)), "too-many");
    holdUntil(
        () -> held("127.0.0.3", large),
        () -> wishFrom("127.0.0.4", "a".repeat(7_000)),
        "unavailable");

    assertThat(halt("a".repeat(3_000)).status()).as("those who are known").isEqualTo(200);
  }

  @Test
  void aKnownCallerHasItsShareForBodiesAndASmallOneIsAlwaysTaken() {
    var marko = "Authorization: Bearer " + trial.issuer.token("marko", Role.OPERATOR);
    var large = "a".repeat(59_000);
    holdUntil(
        () -> held(half("/api/v1/halts", operator, "Content-Length: 60000") + large),
        () -> halt("a".repeat(20_000)),
        "too-many");
    holdUntil(
        () -> held(half("/api/v1/halts", marko, "Content-Length: 60000") + large),
        () -> wish("a".repeat(20_000)),
        "unavailable");

    assertThat(halt("a".repeat(4_000)).status()).isEqualTo(200);
    assertThat(trial.wire.send("POST", "/api/v1/halts", "a".repeat(4_000), marko).status())
        .isEqualTo(200);
  }

  /** Holds one more body each time until the next one is refused; a body is cut at its deadline. */
  private static void holdUntil(Runnable hold, Supplier<Answer> next, String problem) {
    Awaitility.await()
        .until(
            () -> {
              Answer answer = next.get();
              if (answer.status() == 200) {
                hold.run();
                return false;
              }
              return answer.problem().equals(problem);
            });
  }

  @Test
  void whatIsOnlyAnnouncedTakesNoRoom() {
    for (int i = 0; i < 40; i++) {
      held("127.0.0.2", half(WISHES, "Content-Length: 60000"));
    }

    assertThat(wish("a".repeat(20_000)).status()).isEqualTo(200);
  }

  @Test
  void aClientHasItsShareOfTheConnections() {
    for (int i = 0; i < 100; i++) {
      held("127.0.0.5", "G");
    }
    var oneMore = held("127.0.0.5", "G");

    assertThat(oneMore.isClosedWithin(PATIENCE)).isTrue();
    assertThat(oneMore.lived()).as("nobody waited for its headers").isLessThan(HEADERS);
    assertThat(wishFrom("127.0.0.6").status()).isEqualTo(200);
  }

  @Test
  void whoAsksBeforeSendingTooMuchIsToldAtOnce() {
    var asks =
        held(
            half("/api/v1/halts", operator, JSON, "Content-Length: 70000", "Expect: 100-continue"));

    assertThat(asks.answer(PATIENCE).problem()).as("not too-slow").isEqualTo("too-large");
  }

  @Test
  void whoAsksBeforeSendingIsToldToGoOn() {
    var asks =
        held(
            half(
                "/api/v1/halts",
                operator,
                JSON,
                "Content-Length: 1",
                "Connection: close",
                "Expect: 100-continue"));
    asks.send("a");

    assertThat(asks.answer(PATIENCE).status()).isEqualTo(100);
  }

  @Test
  void packedBodiesAreNotUnpacked() {
    for (var coding : List.of("gzip", "GZIP", "identity, br")) {
      var answer = trial.wire.send("POST", WISHES, "a", JSON, "Content-Encoding: " + coding);
      assertThat(answer.problem()).isEqualTo("unsupported-media-type");
      assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    }
    assertThat(trial.wire.send("POST", WISHES, "a", "Content-Encoding: identity").status())
        .isEqualTo(200);
  }

  @Test
  void theProtocolBeforeHttpOneIsRefused() {
    var answer = held("GET /api/v1/things/1\r\n");

    assertThat(answer.isClosedWithin(PATIENCE)).isTrue();
    assertThat(answer.text()).doesNotContain("roles").contains("urn:homeward:problem:malformed");
  }

  @Test
  void onlyTheAddressesOfThisNodeAreAnswered() {
    assertThat(hosted("attacker.example.net").status()).isEqualTo(421);
    assertThat(hosted("attacker.example.net").problem()).isEqualTo("misdirected");
    for (var ours : List.of("hotline.example.org", "HOTLINE.example.org:443", "127.0.0.1:8080")) {
      assertThat(hosted(ours).status()).isEqualTo(401);
    }
  }

  private static Answer hosted(String host) {
    return trial.wire.raw(
        "GET /api/v1/things/1 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  private static Answer wish(String body) {
    return trial.wire.send("POST", WISHES, body);
  }

  private static Answer wishFrom(String address) {
    return wishFrom(address, "");
  }

  private static Answer wishFrom(String address, String body) {
    return trial.wire.from(address).send("POST", WISHES, body);
  }

  private static Answer halt() {
    return halt("");
  }

  private static Answer halt(String body) {
    return trial.wire.send("POST", "/api/v1/halts", body, operator);
  }

  private Held held(String begun) {
    return held("127.0.0.1", begun);
  }

  private Held held(String from, String begun) {
    var one = Held.open(port, from).send(begun);
    held.add(one);
    return one;
  }

  private static String head(String method, String path, String... headers) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  private static String half(String path, String... headers) {
    return head("POST", path, headers);
  }
}
