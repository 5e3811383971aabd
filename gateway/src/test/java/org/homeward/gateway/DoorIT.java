package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Held;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers can do to the gateway, and what they cannot. */
class DoorIT {

  private static final Duration BODY = Duration.ofSeconds(3);
  private static final String PROXY = "127.0.0.9";
  private static final String STOPS = "/api/v1/stops";
  private static Door door;
  private static String operator;

  private final List<Held> held = new ArrayList<>();

  @BeforeAll
  static void open() {
    door =
        Door.open(
            "--homeward.door.headers=3s",
            "--homeward.door.body=" + BODY,
            "--homeward.door.places.open=4",
            "--homeward.door.places.assets=2",
            "--homeward.door.places.tips=2",
            "--homeward.door.places.notice-pages=2",
            "--homeward.door.places.notices=3",
            "--homeward.door.places.police=2",
            "--homeward.door.places.partners=2",
            "--homeward.door.places.staff=4",
            "--homeward.door.places.streams=2",
            "--homeward.door.places.stops=2",
            "--homeward.door.proxies=" + PROXY,
            "--homeward.door.hosts=https://hotline.example.org");
    operator = door.bearer(Role.OPERATOR);
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @BeforeEach
  void forget() {
    door.forget();
  }

  @AfterEach
  void hangUp() {
    held.forEach(Held::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/subscriptions", "/bridge/v1/messages", "/api/v1/reports"})
  void halfSentRequestsTakeNobodysPlaceAndReachNoService(String path) {
    for (int i = 0; i < 135; i++) {
      held(path, operator, "Content-Length: 500").send("a");
    }

    assertThat(door.wire.call("GET", "/api/v1/feeds/police").status()).isEqualTo(200);
    assertThat(door.wire.send("POST", "/api/v1/reports", "{}", operator).status()).isEqualTo(200);
    assertThat(door.wire.send("POST", STOPS, "{}", operator).status()).isEqualTo(200);
    assertThat(door.wire.send("POST", "/api/v1/subscriptions", "{}").status()).isEqualTo(200);
    assertThat(door.wire.send("POST", "/bridge/v1/messages", "{}").status()).isEqualTo(200);
    assertThat(door.passed()).hasSize(5);
    for (var half : held) {
      assertThat(half.answer(Duration.ofSeconds(20)).problem()).isEqualTo("too-slow");
    }
    assertThat(door.passed()).hasSize(5);
  }

  @Test
  void aFormOfALinkHasADeadlineToo() {
    var slow =
        held(
                "/api/v1/subscriptions/leave/Zm9yYW5kb20",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 500")
            .drip("a", Duration.ofMillis(100));

    assertThat(slow.answer(Duration.ofSeconds(20)).problem()).isEqualTo("too-slow");
    assertThat(slow.lived()).isLessThan(BODY.multipliedBy(5)); // all of it would take 50 s
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/subscriptions,       4, X-Nothing: 1",
    "POST, /api/v1/tips,                4, X-Nothing: 1",
    "GET,  /assets/1/console.css,       2, X-Nothing: 1",
    "GET,  /tip,                        2, X-Nothing: 1",
    "POST, /tip,                        2, X-Nothing: 1",
    "GET,  /n/K7QX-2MRDU,               2, X-Nothing: 1",
    "GET,  /n/K7QX-2MRDU/photos/1/400,  2, X-Nothing: 1",
    "GET,  /notices,                    2, X-Nothing: 1",
    "GET,  /api/v1/public/notices,      3, X-Nothing: 1",
    "POST, /bridge/v1/messages,         2, X-Nothing: 1",
    "GET,  /api/v1/feeds/police,        2, Authorization: Basic eDp5",
    "GET,  /api/v1/notices/1,           2, Authorization: Basic eDp5",
    "GET,  /api/v1/feeds/police/stream, 2, Authorization: Basic eDp5",
    "POST, /api/v1/stops,               4, X-Nothing: 1"
  })
  void whatStrangersFillIsTheirsAlone(String method, String path, int places, String header)
      throws Exception {
    try (var crowd = new Crowd()) {
      for (int i = 0; i < places; i++) {
        crowd.asks(method, path, "127.0.0." + (20 + i), header);
      }
      crowd.isInside(places);
      assertThat(door.wire.call(method, path, header).problem()).isEqualTo("unavailable");

      crowd.holdsNobodyElse();
      assertThat(door.wire.send("POST", STOPS, "{}", operator).status()).isEqualTo(200);
      assertThat(door.wire.send("POST", "/api/v1/reports", "{}", operator).status()).isEqualTo(200);
    }
  }

  /** Each of them asks the API too, by the console: so the form has fewer places than that. */
  @Test
  void whoeverSendsTipsKeepsNobodyFromAPageNorFromTheWayThatTipsTake() throws Exception {
    try (var crowd = new Crowd()) {
      crowd.asks("POST", "/tip", "127.0.0.20");
      crowd.asks("POST", "/tip", "127.0.0.21");
      crowd.isInside(2);
      crowd.holdsNobodyElse();

      assertThat(door.wire.call("GET", "/desk").status()).isEqualTo(200);
      assertThat(door.wire.send("POST", "/api/v1/tips", "{}").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/feeds/police", "/api/v1/notices/1"})
  void whoSendsNoKeyTakesNoDesksPlace(String path) throws Exception {
    try (var crowd = new Crowd()) {
      for (int i = 0; i < 4; i++) {
        crowd.asks("GET", path, "127.0.0." + (20 + i));
      }
      crowd.isInside(4);
      assertThat(door.wire.call("GET", path).problem()).isEqualTo("unavailable");

      crowd.holdsNobodyElse();
      assertThat(door.wire.call("GET", path, "Authorization: Basic eDp5").status()).isEqualTo(200);
    }
  }

  @Test
  void oneClientHasItsShareAndForwardedAddressesAreBelievedFromProxiesOnly() throws Exception {
    try (var crowd = new Crowd()) {
      crowd.asks("POST", "/api/v1/subscriptions", "127.0.0.20");
      crowd.asks("POST", "/api/v1/subscriptions", "127.0.0.20", "X-Forwarded-For: 192.0.2.1");
      crowd.isInside(2);
      assertThat(asks("127.0.0.20", "X-Forwarded-For: 192.0.2.2").problem()).isEqualTo("too-many");
      assertThat(asks(PROXY, "X-Forwarded-For: 192.0.2.9, 127.0.0.20").problem())
          .as("the nearest that is no proxy")
          .isEqualTo("too-many");

      crowd.asks("POST", "/api/v1/subscriptions", PROXY, "X-Forwarded-For: 127.0.0.20, 192.0.2.3");
      crowd.isInside(3);
    }
    assertThat(door.alert.seen())
        .filteredOn(seen -> seen.method().equals("POST"))
        .extracting(seen -> seen.header("x-forwarded-for"))
        .containsExactly(List.of("127.0.0.20"), List.of("127.0.0.20"), List.of("192.0.2.3"));
  }

  @Test
  void largeBodiesThatNobodyFinishesAreBounded() {
    var body = "a".repeat(960_000);
    for (int i = 0; i < 80; i++) {
      heldFrom("127.0.0." + (20 + i), "/api/v1/subscriptions", "Content-Length: 960001").send(body);
    }

    assertThat(door.wire.send("POST", "/api/v1/reports", "a".repeat(200_000), operator).status())
        .isEqualTo(200);
    assertThat(held)
        .extracting(one -> one.answer(Duration.ofSeconds(30)).status())
        .contains(503)
        .containsOnly(503, 408);
  }

  @Test
  void onlyTheAddressOfTheNodeIsAnswered() {
    for (var hostAndStatus :
        List.of(
            List.of("attacker.example.net", "421"),
            List.of("hotline.example.org", "200"),
            List.of("127.0.0.1:8080", "200"))) {
      var answer =
          door.wire.raw(
              "GET /api/v1/feeds/police HTTP/1.1\r\nConnection: close\r\nHost: "
                  + hostAndStatus.getFirst()
                  + "\r\n\r\n");
      assertThat(answer.status()).isEqualTo(Integer.parseInt(hostAndStatus.getLast()));
    }
    assertThat(
            door.management
                .raw("GET /actuator/health HTTP/1.1\r\nConnection: close\r\nHost: gateway\r\n\r\n")
                .status())
        .isEqualTo(200);
  }

  private static Answer asks(String from, String header) {
    return door.wire.from(from).call("POST", "/api/v1/subscriptions", header);
  }

  private Held held(String path, String... headers) {
    return heldFrom("127.0.0.1", path, headers);
  }

  private Held heldFrom(String from, String path, String... headers) {
    var one =
        Held.open(door.port, from)
            .send(
                "POST "
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\n"
                    + String.join("\r\n", headers)
                    + "\r\n\r\n");
    held.add(one);
    return one;
  }

  /** Callers whose requests a service does not answer until they may go. */
  private static final class Crowd implements AutoCloseable {

    private final CountDownLatch go = new CountDownLatch(1);
    private final List<Future<Answer>> asked = new ArrayList<>();
    private final java.util.concurrent.ExecutorService callers =
        Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean holding = true;

    Crowd() {
      for (var upstream : Upstream.values()) {
        door.of(upstream)
            .answers(
                exchange -> {
                  try {
                    if (holding) {
                      go.await();
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  StubUpstream.reply(exchange, 200, "ok".getBytes(StandardCharsets.UTF_8));
                });
      }
    }

    void asks(String method, String path, String from, String... headers) {
      asked.add(callers.submit(() -> door.wire.from(from).call(method, path, headers)));
    }

    void isInside(int count) {
      Awaitility.await().until(() -> door.passed().size() == count);
    }

    void holdsNobodyElse() {
      holding = false;
    }

    @Override
    public void close() throws Exception {
      go.countDown();
      for (var answer : asked) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
      callers.close();
    }
  }
}
