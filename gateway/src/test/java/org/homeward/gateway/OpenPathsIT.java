package org.homeward.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What gets through without a token, and what does not. */
@ExtendWith(OutputCaptureExtension.class)
class OpenPathsIT {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String JOSE = "Content-Type: application/jose";
  private static final String ONE_CLICK = "List-Unsubscribe=One-Click&name=Milica-Petrovic";
  private static final String LEAVE = "/api/v1/subscriptions/leave/Zm9yYW5kb20";
  private static final String CONFIRM = "/api/v1/subscriptions/confirm/Zm9yYW5kb20";
  private static final String HOST_KEY =
      "Authorization: Basic " + Base64.getEncoder().encodeToString("host:key".getBytes(UTF_8));

  private static Door door;
  private static String operator;

  @BeforeAll
  static void open() {
    door = Door.open();
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

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/subscriptions,         ALERT",
    "GET,  /api/v1/public/notices/x,      ALERT",
    "GET,  /api/v1/public/feed,           ALERT",
    "GET,  /api/v1/subscriptions/confirm/x, ALERT",
    "POST, /api/v1/subscriptions/confirm/x, ALERT",
    "GET,  /api/v1/subscriptions/leave/x, ALERT",
    "POST, /api/v1/subscriptions/leave/x, ALERT",
    "POST, /api/v1/subscriptions/preferences, ALERT",
    "POST, /api/v1/subscriptions/preferences/open, ALERT",
    "POST, /api/v1/subscriptions/preferences/phone/prove, ALERT",
    "GET,  /api/v1/answers/x,             ALERT",
    "POST, /api/v1/answers/x,             ALERT",
    "POST, /api/v1/stops,                 ALERT",
    "POST, /bridge/v1/messages,           BRIDGE",
    "POST, /bridge/v1/photos,             BRIDGE"
  })
  void openPathsNeedNoToken(String method, String path, Upstream upstream) {
    assertThat(door.wire.call(method, path).status()).isEqualTo(200);
    assertThat(door.passed()).hasSize(1);
    assertThat(door.of(upstream).last().uri()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/v1/subscriptions/count",
    "GET,  /api/v1/subscriptions",
    "POST, /api/v1/subscriptions/leave",
    "POST, /api/v1/subscriptions/leave/x/y",
    "POST, /api/v1/subscriptions/other/x",
    "GET,  /api/v1/subscriptions/preferences",
    "POST, /api/v1/subscriptions/preferences/x",
    "GET,  /api/v1/answers",
    "GET,  /api/v1/stops",
    "POST, /api/v1/stops/node/lift",
    "POST, /api/v1/alerts",
    "POST, /api/v1/handovers",
    "GET,  /api/v1/partners"
  })
  void theirNeighboursNeedOne(String method, String path) {
    for (var header : List.of("X: y", HOST_KEY)) {
      assertThat(door.wire.call(method, path, header).problem()).isEqualTo("unauthenticated");
    }
    assertThat(door.passed()).isEmpty();
  }

  @Proves(8)
  @ParameterizedTest
  @ValueSource(strings = {LEAVE, CONFIRM})
  void aFormOfALinkArrivesAsABodyAndNothingOfItInAUrl(String link, CapturedOutput output) {
    for (var sent :
        List.of(
            door.wire.send("POST", link, ONE_CLICK, FORM),
            door.wire.send("POST", link, ONE_CLICK, FORM + "; charset=UTF-8"),
            door.wire.chunked("POST", link, ONE_CLICK.getBytes(UTF_8), FORM))) {
      assertThat(sent.status()).isEqualTo(200);
      var seen = door.alert.last();
      assertThat(seen.uri()).isEqualTo(link);
      assertThat(new String(seen.body(), UTF_8)).isEqualTo(ONE_CLICK);
      assertThat(seen.header("content-type").getFirst()).startsWith(FORM.substring(14));
    }
    assertThat(door.passed()).hasSize(3);
    assertThat(SecretScan.of("Milica", "Zm9yYW5kb20").inText("log", output.getAll())).isEmpty();
  }

  @Test
  void aFormInPartsPassesToo() {
    var parts = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click";
    door.wire.send("POST", LEAVE, parts, "Content-Type: multipart/form-data; boundary=x");

    assertThat(new String(door.alert.last().body(), UTF_8)).isEqualTo(parts);
    assertThat(door.alert.last().uri()).isEqualTo(LEAVE);
  }

  @Test
  void aFormOfALinkIsSmall() {
    assertThat(door.wire.send("POST", LEAVE, "a".repeat(1024), FORM).status()).isEqualTo(200);
    assertThat(door.wire.send("POST", LEAVE, "a".repeat(1025), FORM).problem())
        .isEqualTo("too-large");
    assertThat(door.wire.chunked("POST", LEAVE, new byte[1025], FORM).problem())
        .isEqualTo("too-large");
    assertThat(door.passed()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/subscriptions",
        "/api/v1/stops",
        "/bridge/v1/messages",
        "/api/v1/subscriptions/leave/x/y",
        "/api/v1/alerts"
      })
  void anyOtherFormIsRefused(String path) {
    assertThat(door.wire.send("POST", path, ONE_CLICK, operator, FORM).problem())
        .isEqualTo("unsupported-media-type");
    assertThat(door.passed()).isEmpty();
  }

  @Test
  void messagesOfPartnersPassUntouchedBothWays() {
    var there = random(600_000);
    var back = random(2_000);
    door.bridge.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/jose");
          StubUpstream.reply(exchange, 422, back);
        });

    Answer answer = door.wire.send("POST", HttpOpenPaths.MESSAGES, there, JOSE);

    var seen = door.bridge.last();
    assertThat(seen.body()).isEqualTo(there);
    assertThat(seen.uri()).isEqualTo("/bridge/v1/messages");
    assertThat(seen.header("content-type")).containsExactly("application/jose");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).isEqualTo(back);
    assertThat(answer.header("Content-Type")).isEqualTo("application/jose");
    assertThat(door.passed()).hasSize(1);
  }

  @Test
  void messagesAreOnlyPosted() {
    for (var header : List.of("X: y", operator)) {
      var answer = door.wire.call("GET", HttpOpenPaths.MESSAGES, header);
      assertThat(answer.problem()).isEqualTo("method-not-allowed");
      assertThat(answer.header("Allow")).isEqualTo("POST");
    }
    assertThat(door.passed()).isEmpty();
  }

  @Test
  void theKeyOfTheHostPassesForAStopAndABadTokenDoesNot() {
    var body = "{\"scope\":\"NODE\"}";
    var json = "Content-Type: application/json";

    assertThat(door.wire.send("POST", "/api/v1/stops", body, HOST_KEY, json).status())
        .isEqualTo(200);
    assertThat(door.alert.last().header("authorization")).containsExactly(HOST_KEY.substring(15));
    assertThat(new String(door.alert.last().body(), UTF_8)).isEqualTo(body);
    var forged = "Authorization: Bearer " + door.issuer.forged("ana", Role.OPERATOR);
    assertThat(door.wire.send("POST", "/api/v1/stops", body, forged, json).status()).isEqualTo(401);
    assertThat(door.passed()).hasSize(1);
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(11).nextBytes(bytes);
    return bytes;
  }
}
