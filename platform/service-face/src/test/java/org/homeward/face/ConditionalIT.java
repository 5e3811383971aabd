package org.homeward.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.StubIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalIT {

  private static final String JSON = "Content-Type: application/json";
  private static final String KEY = "Idempotency-Key: 0123-4567";
  private static final int LIMIT = 64 * 1024;
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

  @Test
  void aRepeatedPostIsTheSameCommandWhateverTheToken() {
    var first = post("{\"a\":1}", JSON, KEY);
    var again =
        trial.wire.send(
            "POST", "/api/v1/things", "{\"a\":1}", trial.bearer(Role.OPERATOR), JSON, KEY);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(post("{\"a\":2}", JSON, KEY).json().get("id")).isEqualTo(first.json().get("id"));
    assertThat(post("{\"a\":2}", JSON, KEY).json().get("hash"))
        .isNotEqualTo(first.json().get("hash"));
  }

  @Test
  void aPostWithoutKeyIsRefused() {
    assertThat(post("{}", JSON).problem()).isEqualTo("key-required");
    assertThat(post("{}", JSON, "Idempotency-Key: short").problem()).isEqualTo("key-required");
    assertThat(post("{}", JSON, KEY, KEY).problem()).isEqualTo("key-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "junk"})
  void anotherMediaTypeIsNotSupported(String type) {
    assertThat(post("a=b", "Content-Type: " + type, KEY).problem())
        .isEqualTo("unsupported-media-type");
  }

  @Test
  void anEmptyBodyIsMalformed() {
    assertThat(post("", JSON, KEY).problem()).isEqualTo("malformed");
  }

  @Test
  void bodiesUpToTheLimitAreReadWhole() {
    var body = new byte[LIMIT];

    assertThat(sized(body)).isEqualTo("/api/v1/things/" + LIMIT);
    assertThat(chunked(body).header("Location")).isEqualTo("/api/v1/things/" + LIMIT);
  }

  @Test
  void bodiesAboveTheLimitAreTooLargeWithAndWithoutLength() {
    var body = new byte[LIMIT + 1];

    assertThat(trial.wire.send("POST", "/api/v1/things", body, operator, JSON, KEY).problem())
        .isEqualTo("too-large");
    assertThat(chunked(body).problem()).isEqualTo("too-large");
    assertThat(chunked(new byte[8 * LIMIT]).problem()).isEqualTo("too-large");
  }

  @Test
  void nobodyUnknownFillsTheMemory() {
    assertThat(trial.wire.send("POST", "/api/v1/things", new byte[LIMIT + 1], JSON, KEY).problem())
        .isEqualTo("unauthenticated");
  }

  @Test
  void aBrokenChunkIsMalformed() {
    var answer =
        trial.wire.raw(
            "POST /api/v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + String.join("\r\n", operator, JSON, KEY)
                + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n");

    assertThat(answer.problem()).isEqualTo("malformed");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'If-Match: \"7\"', 204, ''",
        "'If-Match: \"6\"', 412, precondition-failed",
        "'If-Match: W/\"7\"', 412, precondition-failed",
        "'If-Match: *', 204, ''",
        "'If-Match: \"5\", \"7\"', 204, ''",
        "'If-Match: \"5\",\"6\"', 412, precondition-failed",
        "'If-Match: \"other\"', 412, precondition-failed",
        "'If-Match: , \"7\",, ', 204, ''",
        "'If-Match: \"7\",,', 204, ''",
        "'If-Match: ,,', 400, malformed",
        "'If-Match: 7', 400, malformed",
        "'X: y', 428, precondition-required"
      })
  void aChangeNamesTheVersionItHasSeen(String header, int status, String code) {
    var answer =
        trial.wire.send(
            "PATCH",
            "/api/v1/things/1",
            "{}",
            operator,
            "Content-Type: application/merge-patch+json",
            header);

    assertThat(answer.status()).isEqualTo(status);
    if (code.isEmpty()) {
      assertThat(answer.header("ETag")).isEqualTo("\"8\"");
    } else {
      assertThat(answer.problem()).isEqualTo(code);
    }
  }

  @Test
  void whatTheCallerHasIsNotSentAgain() {
    var answer = trial.wire.call("GET", "/api/v1/things/1", operator, "If-None-Match: \"7\"");

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.header("ETag")).isEqualTo("\"7\"");
    assertThat(answer.body()).isEmpty();
  }

  private static String sized(byte[] body) {
    return trial.wire.send("POST", "/api/v1/things", body, operator, JSON, KEY).header("Location");
  }

  private static Answer chunked(byte[] body) {
    return trial.wire.chunked("POST", "/api/v1/things", body, operator, JSON, KEY);
  }

  private static Answer post(String body, String... headers) {
    var all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = operator;
    return trial.wire.send("POST", "/api/v1/things", body, all);
  }
}
