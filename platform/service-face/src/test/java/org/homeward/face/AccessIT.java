package org.homeward.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.StubIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AccessIT {

  private static final String THING = "/api/v1/things/1";
  private static Trial trial;
  private static StubIssuer issuer;

  @BeforeAll
  static void start() {
    trial = Trial.started(StubIssuer.started());
    issuer = trial.issuer;
  }

  @AfterAll
  static void stop() {
    trial.close();
  }

  @Test
  void aGoodTokenMakesACaller() {
    var answer = trial.wire.call("GET", THING, trial.bearer(Role.OPERATOR));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("person").asString()).isEqualTo("person-ana");
  }

  @Test
  void noTokenIsUnauthenticated() {
    var answer = trial.wire.call("GET", THING);

    assertThat(answer.problem()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void forgedExpiredForeignAndIncompleteTokensAreUnauthenticated() {
    var bad =
        List.of(
            issuer.forged("ana", Role.OPERATOR),
            issuer.ofUnknownKey("ana", Role.OPERATOR),
            issuer.token("ana", it -> it.expirationTime(Date.from(Instant.EPOCH)), Role.OPERATOR),
            issuer.token("ana", it -> it.issuer("http://elsewhere"), Role.OPERATOR),
            issuer.token("ana", it -> it.audience("homeward-gr"), Role.OPERATOR),
            issuer.token("ana", it -> it.claim("person", null), Role.OPERATOR),
            issuer.token("ana", it -> it.subject(null), Role.OPERATOR),
            issuer.token("ana", Role.ADMIN, Role.DPO, Role.OPERATOR),
            "junk",
            "%%%",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEifQ.");
    for (var token : bad) {
      var answer = trial.wire.call("GET", THING, "Authorization: Bearer " + token);

      assertThat(answer.status()).as(token).isEqualTo(401);
      assertThat(answer.problem()).isEqualTo("unauthenticated");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }
  }

  @Test
  void aTokenInTheUrlIsNoToken() {
    var token = issuer.token("ana", Role.OPERATOR);

    assertThat(trial.wire.call("GET", THING + "?access_token=" + token).status()).isEqualTo(401);
  }

  @Test
  void anotherRoleIsForbidden() {
    assertThat(trial.wire.call("GET", THING, trial.bearer(Role.DPO)).problem())
        .isEqualTo("forbidden");
    assertThat(trial.wire.call("GET", THING, trial.bearer()).problem()).isEqualTo("forbidden");
  }

  @Test
  void unknownPathsAre404AndOtherMethods405ForEverybody() {
    var operator = trial.bearer(Role.OPERATOR);

    assertThat(trial.wire.call("GET", "/api/v1/nothing", operator).problem())
        .isEqualTo("not-found");
    assertThat(trial.wire.call("GET", "/api/v1/nothing").problem()).isEqualTo("not-found");
    assertThat(trial.wire.call("GET", "/api/v1/nowhere", operator).problem())
        .as("permitted, but nobody answers there")
        .isEqualTo("not-found");
    var answer = trial.wire.call("DELETE", THING, operator);
    assertThat(answer.problem()).isEqualTo("method-not-allowed");
    assertThat(answer.header("Allow")).isEqualTo("GET, PATCH");
    assertThat(trial.wire.call("OPTIONS", THING).status()).isEqualTo(405);
  }

  @Test
  void answersMayNotBeStoredFramedOrSniffed() {
    var answer = trial.wire.call("GET", THING, trial.bearer(Role.OPERATOR));

    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.all("Set-Cookie")).isEmpty();
    assertThat(answer.all("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void aChainOfItsOwnAsksForTheDeskKey() {
    var good = basic("desk-key");

    assertThat(feed(good).status()).isEqualTo(200);
    for (var answer : List.of(feed(basic("other")), feed("X: y"))) {
      assertThat(answer.problem()).isEqualTo("unauthenticated");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"police feed\"");
    }
    assertThat(trial.wire.call("GET", THING, good).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness"})
  void healthIsOpenAndWithoutDetails(String path) {
    var answer = trial.management.call("GET", path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("status").asString()).isEqualTo("UP");
    assertThat(answer.json().has("components")).isFalse();
  }

  @Test
  void theRestOfTheActuatorIsForAdministrators() {
    assertThat(trial.management.call("GET", "/actuator/env").status()).isEqualTo(401);
    assertThat(
            trial.management.call("GET", "/actuator/env", trial.bearer(Role.SUPERVISOR)).status())
        .isEqualTo(403);
    assertThat(trial.management.call("GET", "/actuator/env", trial.bearer(Role.ADMIN)).status())
        .isEqualTo(200);
  }

  @Test
  void metricsNeedNoTokenOnThisMachineOnly() {
    var path = "/actuator/prometheus";

    assertThat(trial.management.call("GET", path).status()).as("open, absent here").isEqualTo(404);
    assertThat(trial.management.call("GET", path, "X-Forwarded-For: 192.0.2.1").status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/prometheus",
        "/actuator/env",
        "/actuator/x"
      })
  void thePublicPortHasNoActuatorForAnybody(String path) {
    for (var method : List.of("GET", "POST")) {
      for (var who : List.of("X: y", trial.bearer(Role.ADMIN))) {
        assertThat(trial.wire.call(method, path, who).problem()).as(path).isEqualTo("not-found");
      }
    }
    assertThat(trial.wire.call("GET", path, "X-Forwarded-Port: 9081").problem())
        .isEqualTo("not-found");
  }

  @Test
  void theManagementPortHasNothingElse() {
    for (var path : List.of(THING, "/api/v1/feeds/police", "/")) {
      var answer = trial.management.call("GET", path, trial.bearer(Role.OPERATOR));

      assertThat(answer.problem()).as(path).isEqualTo("not-found");
    }
  }

  @Test
  void demoWithManagementOnEveryAddressDoesNotStart() {
    assertThatThrownBy(
            () ->
                Trial.started(
                    StubIssuer.stopped(),
                    "homeward.demo=true",
                    "management.server.address=0.0.0.0"))
        .hasMessageContaining("HOMEWARD_BIND=127.0.0.1");
  }

  @Test
  void demoOnEveryAddressDoesNotStart(CapturedOutput output) {
    assertThatThrownBy(
            () ->
                Trial.started(StubIssuer.stopped(), "homeward.demo=true", "server.address=0.0.0.0"))
        .hasMessageContaining("HOMEWARD_BIND=127.0.0.1");
    assertThat(output.getAll()).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
  }

  private static Answer feed(String header) {
    return trial.wire.call("GET", "/api/v1/feeds/police", header);
  }

  private static String basic(String key) {
    var login = ("desk:" + key).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(login);
  }
}
