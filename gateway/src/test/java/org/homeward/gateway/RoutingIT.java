package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingIT {

  private static final String KEY =
      "Authorization: Basic "
          + Base64.getEncoder().encodeToString("d:key".getBytes(StandardCharsets.UTF_8));

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
    "GET,   /api/v1/cases,                       INTAKE",
    "GET,   /api/v1/cases/1,                     INTAKE",
    "POST,  /api/v1/reports,                     INTAKE",
    "PUT,   /api/v1/drafts/1,                    INTAKE",
    "POST,  /api/v1/cases/1/children/2/located,  INTAKE",
    "PATCH, /api/v1/cases/1/reports/2,           INTAKE",
    "GET,   /api/v1/tasks,                       INTAKE",
    "GET,   /api/v1/shifts,                      INTAKE",
    "PUT,   /api/v1/on-call,                     INTAKE",
    "GET,   /api/v1/colleagues,                  INTAKE",
    "POST,  /api/v1/scripts/CHILD_CALLS.en/approve, INTAKE",
    "POST,  /api/v1/calls/1/tie,                 INTAKE",
    "POST,  /api/v1/calls/1/correct,             INTAKE",
    "POST,  /api/v1/tips/1/grade,                INTAKE",
    "GET,   /api/v1/decisions,                   INTAKE",
    "GET,   /api/v1/feeds/police?after=1.2,      ALERT",
    "GET,   /api/v1/notices/1,                   ALERT",
    "POST,  /api/v1/notices/1/acknowledge,       ALERT",
    "GET,   /api/v1/public/notices/K7QX-2MRDU,   ALERT",
    "POST,  /api/v1/desks/1/revoke,              ALERT",
    "POST,  /api/v1/desks/1/confirm,             ALERT",
    "POST,  /api/v1/desks/1/renew,               ALERT",
    "PATCH, /api/v1/alerts/1,                    ALERT",
    "POST,  /api/v1/stops/node/lift,             ALERT",
    "GET,   /api/v1/stops,                       ALERT",
    "GET,   /api/v1/subscriptions/count?country=RS, ALERT",
    "POST,  /api/v1/authorities,                 ALERT",
    "POST,  /api/v1/authorities/1/confirm,       ALERT",
    "POST,  /api/v1/webhooks/1/rotate,           ALERT",
    "POST,  /api/v1/posters/1/calls,             ALERT",
    "POST,  /api/v1/phones/1/prove,              ALERT",
    "GET,   /api/v1/imports,                     INTAKE",
    "GET,   /api/v1/dead-letters,                ALERT",
    "POST,  /api/v1/references,                  ALERT",
    "GET,   /api/v1/references/1,                ALERT",
    "POST,  /api/v1/cases/find,                  INTAKE",
    "POST,  /api/v1/handovers/1/accept,          BRIDGE",
    "GET,   /api/v1/partners/gr,                 BRIDGE",
    "GET,   /api/v1/changes/intake?wait=25,      INTAKE",
    "GET,   /api/v1/changes/alert,               ALERT",
    "GET,   /api/v1/changes/bridge,              BRIDGE",
    "GET,   /api/v1/audit/intake?case=1,         INTAKE",
    "GET,   /api/v1/audit/alert?person=1,        ALERT",
    "GET,   /api/v1/audit/bridge?case=1&limit=2, BRIDGE",
    "GET,   /api/v1/health/intake,               INTAKE",
    "GET,   /api/v1/health/alert,                ALERT",
    "GET,   /api/v1/health/bridge,               BRIDGE"
  })
  void everyPathLeadsToItsService(String method, String path, Upstream upstream) {
    assertThat(door.wire.call(method, path, operator).status()).isEqualTo(200);

    assertThat(door.passed()).hasSize(1);
    assertThat(door.of(upstream).last().method()).isEqualTo(method);
    assertThat(door.of(upstream).last().uri()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1",
        "/api/v1/case",
        "/api/v1/stop",
        "/api/v1/erasures",
        "/api/v1/audit",
        "/api/v1/audit/gateway",
        "/api/v1/health",
        "/api/v2/cases",
        "/bridge/v1",
        "/bridge/v1/messages/1",
        "/bridge/v2/messages",
        "/error",
        "/API/v1/cases",
        "/index.html"
      })
  void everythingElseIsNotFound(String path) {
    for (var answer : List.of(door.wire.call("GET", path, operator), door.wire.call("GET", path))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.problem()).isEqualTo("not-found");
    }
    assertNothingPassed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "OPTIONS", "TRACE"})
  void otherMethodsAreNotAllowed(String method) {
    assertThat(door.wire.call(method, "/api/v1/cases", operator).problem())
        .isEqualTo("method-not-allowed");
    assertNothingPassed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/cases/../../x",
        "/api/v1//cases",
        "/api/v1/cases;a=b",
        "/api/v1/cases/%2e%2e/x",
        "/api/v1/cases%2f1",
        "/api/v1/cases/%00"
      })
  void pathsThatAnyoneCouldReadTwoWaysAreMalformed(String path) {
    assertThat(door.wire.call("GET", path, operator).problem()).isEqualTo("malformed");
    assertNothingPassed();
  }

  @Test
  void theQueryArrivesWithTheSameMeaning() {
    door.wire.call("GET", "/api/v1/cases?after=3.17&q=a%2Bb%20c%C5%A1&x=1&x=2&e=", operator);

    assertThat(door.intake.last().uri())
        .isEqualTo("/api/v1/cases?after=3.17&q=a%2Bb%20c%C5%A1&x=1&x=2&e=");
  }

  @Test
  void withoutAValidTokenNothingPasses() {
    for (var header : List.of("X: y", KEY, "Authorization: Bearer junk", forged())) {
      assertThat(door.wire.call("GET", "/api/v1/cases", header).problem())
          .isEqualTo("unauthenticated");
    }
    assertThat(door.wire.call("GET", "/api/v1/cases", door.bearer()).problem())
        .as("no role at all")
        .isEqualTo("forbidden");
    assertNothingPassed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/feeds/police", "/api/v1/notices/1"})
  void deskKeysPassForTheServiceToCheck(String path) {
    assertThat(door.wire.call("GET", path, KEY).status()).isEqualTo(200);
    assertThat(door.alert.last().header("authorization")).containsExactly(KEY.substring(15));
    assertThat(door.wire.call("GET", path).status()).isEqualTo(200);
    assertThat(door.wire.call("GET", path, forged()).status()).isEqualTo(401);
  }

  @Test
  void aDesksProgramAnswersWithItsKey() {
    String path = "/api/v1/notices/1/acknowledge";
    assertThat(door.wire.call("POST", path, KEY).status()).isEqualTo(200);
    assertThat(door.alert.last().header("authorization")).containsExactly(KEY.substring(15));
    assertThat(door.wire.call("POST", path, forged()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/feeds/police", "/api/v1/notices/1"})
  void whatDesksReadIsNotWrittenToWhoeverAsks(String path) {
    for (var header : List.of("X: y", KEY, operator)) {
      var answer = door.wire.call("POST", path, header);
      assertThat(answer.problem()).isEqualTo("method-not-allowed");
      assertThat(answer.header("Allow")).isEqualTo("GET");
    }
    assertNothingPassed();
  }

  @Test
  void whatIsForTheServiceArrivesAndTheRestDoesNot() {
    door.wire.call(
        "GET",
        "/api/v1/cases",
        operator,
        "Idempotency-Key: 12345678",
        "If-Match: \"7\"",
        "Cookie: session=planted",
        "Forwarded: for=192.0.2.1;host=planted",
        "X-Forwarded-For: 192.0.2.1",
        "X-Forwarded-Host: planted",
        "X-Forwarded-Proto: https",
        "X-Request-Id: 0123456789abcdef");

    var seen = door.intake.last();
    assertThat(seen.header("idempotency-key")).containsExactly("12345678");
    assertThat(seen.header("if-match")).containsExactly("\"7\"");
    assertThat(seen.header("authorization")).containsExactly(operator.substring(15));
    assertThat(seen.header("x-request-id")).containsExactly("0123456789abcdef");
    assertThat(seen.header("x-forwarded-for"))
        .as("who asks, as the gateway itself sees it")
        .containsExactly("127.0.0.1");
    assertThat(seen.headers().keySet())
        .noneMatch(
            name ->
                name.contains("forwarded") && !name.equals("x-forwarded-for")
                    || name.equals("cookie"));
    assertThat(seen.headers().toString()).doesNotContain("planted");
  }

  @Test
  void answersGetStrictHeadersOnceAndLoseWhatTellsTheInside() {
    door.intake.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Server", "planted");
          exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
          exchange.getResponseHeaders().set("X-Request-Id", "planted");
          exchange.getResponseHeaders().set("ETag", "\"7\"");
          exchange.getResponseHeaders().set("Location", "/api/v1/cases/1");
          StubUpstream.reply(exchange, 201, new byte[0]);
        });

    var answer = door.wire.call("POST", "/api/v1/reports", operator);

    assertStrict(answer);
    assertThat(answer.header("ETag")).isEqualTo("\"7\"");
    assertThat(answer.header("Location")).isEqualTo("/api/v1/cases/1");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(SecretScan.of("planted").inText("answer", answer.headers().toString())).isEmpty();
  }

  @Test
  void aServiceMayAllowItsAnswerToBeKept() {
    door.intake.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Cache-Control", "private, no-cache");
          StubUpstream.reply(exchange, 200, new byte[0]);
        });

    assertThat(door.wire.call("GET", "/api/v1/cases", operator).header("Cache-Control"))
        .isEqualTo("private, no-cache");
  }

  @Test
  void healthIsOpenAndMetricsAreForThisMachine() {
    for (var path : List.of("", "/liveness", "/readiness")) {
      var answer = door.management.call("GET", "/actuator/health" + path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().get("status").asString()).isEqualTo("UP");
      assertThat(answer.json().has("components")).isFalse();
    }
    assertThat(door.management.call("GET", "/actuator/prometheus").status()).isEqualTo(200);
    assertThat(door.management.call("GET", "/actuator/prometheus", "Forwarded: for=x").status())
        .isEqualTo(401);
    assertThat(door.management.call("GET", "/actuator/gateway/routes").status()).isEqualTo(401);
  }

  @Test
  void whoComesThroughTheDoorFindsNoActuator() {
    for (var path : List.of("/actuator", "/actuator/health", "/actuator/prometheus")) {
      for (var who : List.of("X: y", door.bearer(Role.ADMIN))) {
        assertThat(door.wire.call("GET", path, who).problem()).as(path).isEqualTo("not-found");
        assertThat(door.wire.call("POST", path, who).problem()).as(path).isEqualTo("not-found");
      }
    }
    assertNothingPassed();
  }

  private static String forged() {
    return "Authorization: Bearer " + door.issuer.forged("ana", Role.OPERATOR);
  }

  private static void assertStrict(Answer answer) {
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    assertThat(answer.all("Server")).isEmpty();
    assertThat(answer.all("Strict-Transport-Security")).isEmpty();
  }

  private static void assertNothingPassed() {
    assertThat(door.passed()).isEmpty();
  }
}
