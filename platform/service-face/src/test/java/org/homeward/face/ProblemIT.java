package org.homeward.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.StubIssuer;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemIT {

  private static final String PLANTED = "Milica-Petrovic";
  private static Trial trial;
  private static String operator;

  @BeforeAll
  static void start() {
    trial = Trial.started(StubIssuer.started());
    operator = trial.bearer(Role.OPERATOR);
  }

  @AfterAll
  static void stop() {
    trial.close();
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        // Tomcat's own log would show the part after the path.
        arguments("GET / " + PLANTED + " HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed"),
        arguments("GET /" + PLANTED + " /x HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed"),
        arguments("GET /%zz" + PLANTED + " HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed"),
        arguments("GET /../" + PLANTED + " HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed"),
        arguments("GET /<" + PLANTED + "> HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed"),
        arguments("GET /" + PLANTED + " HTTP/1.1\r\n\r\n", 400, "malformed"),
        arguments("GET / HTTP/1.1\r\nHost: x\r\n" + PLANTED + "\r\n\r\n", 400, "malformed"),
        arguments(
            "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
            431,
            "headers-too-large"),
        arguments(
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            431,
            "headers-too-large"),
        arguments(
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\n",
            400,
            "malformed"),
        arguments(
            "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400,
            "malformed"),
        arguments(
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
            400,
            "malformed"),
        arguments(
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Type: text/plain\r\nContent-Length: 0\r\n\r\n",
            400,
            "malformed"),
        arguments("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400, "malformed"),
        arguments("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: zip\r\n\r\n", 400, "malformed"),
        arguments(plain("GET", "//" + PLANTED), 400, "malformed"),
        arguments(plain("GET", "/a;b=" + PLANTED), 400, "malformed"),
        arguments(plain("GET", "/a%2f" + PLANTED), 400, "malformed"),
        arguments(plain(PLANTED.toUpperCase(java.util.Locale.ROOT), "/a"), 400, "malformed"),
        arguments(plain("TRACE", "/a"), 405, "method-not-allowed"),
        arguments(plain("GET", "/" + PLANTED), 404, "not-found"),
        arguments(plain("GET", "/error"), 404, "not-found"),
        arguments(plain("GET", "/api/v1/things/" + PLANTED), 401, "unauthenticated"));
  }

  @Proves(8)
  @ParameterizedTest
  @MethodSource("hostile")
  void whatIsRefusedBeforeMvcIsAProblemWithoutContent(
      String request, int status, String code, CapturedOutput output) {
    var answer = trial.wire.raw(request);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(code);
    assertSilent(answer, output);
  }

  @Test
  void aBrowserGetsProblemJsonToo() {
    var answer = trial.wire.call("GET", "/nothing", "Accept: text/html", "Accept-Language: sr");

    assertThat(answer.problem()).isEqualTo("not-found");
  }

  @Proves(8)
  @Test
  void aBugTellsItsTraceIdAndNothingElse(CapturedOutput output) {
    var answer = trial.wire.call("GET", "/api/v1/failures/bug", operator);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("internal");
    var trace = answer.json().get("trace").asString();
    assertThat(trace).isEqualTo(answer.header("X-Request-Id"));
    assertThat(output.getAll()).contains(trace).contains("TrialService$Things.fail");
    assertSilent(answer, output);
  }

  @Test
  void aRefusalCarriesErrorsAndMoves() {
    var answer = trial.wire.call("GET", "/api/v1/failures/refusal", operator);

    assertThat(answer.problem()).isEqualTo("conflict");
    assertThat(answer.json().get("allowed").toString()).isEqualTo("[\"release\",\"hold\"]");
    assertThat(answer.json().get("errors").toString())
        .isEqualTo("[{\"pointer\":\"/reports/0/says\",\"rule\":\"state\"}]");
  }

  @Test
  void aBareStatusBecomesAProblemWithoutItsText(CapturedOutput output) {
    var answer = trial.wire.call("GET", "/api/v1/failures/status", operator);

    assertThat(answer.problem()).isEqualTo("conflict");
    assertSilent(answer, output);
  }

  @Test
  void anAnswerThatBreaksOffDoesNotLookWhole(CapturedOutput output) {
    var answer = trial.wire.call("GET", "/api/v1/failures/late", operator);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.whole()).isFalse();
    assertSilent(answer, output);
    assertThat(output.getAll()).doesNotContain("Servlet.service()");
  }

  @Proves(8)
  @Test
  void anArgumentOfTheWrongTypeIsMalformedAndNotRepeated(CapturedOutput output) {
    var answer = trial.wire.call("GET", "/api/v1/numbers/" + PLANTED + "?limit=1", operator);

    assertThat(answer.problem()).isEqualTo("malformed");
    assertThat(trial.wire.call("GET", "/api/v1/numbers/1", operator).problem())
        .isEqualTo("malformed");
    assertSilent(answer, output);
  }

  @Proves(8)
  @Test
  void aRequestIdIsTakenOverOnlyWhenItIsOne(CapturedOutput output) {
    var given = "0123456789abcdef0123456789abcdef";

    assertThat(request("X-Request-Id: " + given).header("X-Request-Id")).isEqualTo(given);
    assertThat(request("X-Request-Id: " + PLANTED).header("X-Request-Id")).matches("[0-9a-f-]{36}");
    assertThat(output.getAll()).contains(given).doesNotContain(PLANTED);
  }

  @Test
  void theRequestLogHasPatternsInsteadOfPaths(CapturedOutput output) {
    request("X-Request-Id: 0123456789abcdef");

    assertThat(output.getAll())
        .contains("GET /api/v1/things/{id} 200")
        .doesNotContain("things/" + PLANTED);
  }

  private static Answer request(String header) {
    return trial.wire.call("GET", "/api/v1/things/" + PLANTED + "?q=" + PLANTED, operator, header);
  }

  private static void assertSilent(Answer answer, CapturedOutput output) {
    var scan = SecretScan.of(PLANTED, TrialService.SECRET, "java.", "PETROVIC");
    assertThat(scan.inText("answer", answer.text() + answer.headers())).isEmpty();
    assertThat(SecretScan.of(PLANTED, TrialService.SECRET).inText("log", output.getAll()))
        .isEmpty();
  }

  private static String plain(String method, String path) {
    return method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  }
}
