package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Held;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BodyIT {

  private static final int LIMIT = 1024 * 1024;

  /** Shorter than the time that a body may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String PLANTED = "Milica-Petrovic";
  private static final String JSON = "Content-Type: application/json";
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
    door.intake.seen().clear();
    door.intake.answers(exchange -> StubUpstream.reply(exchange, 204, new byte[0]));
  }

  @Test
  void bytesPassUntouchedBothWays() {
    var there = random(700_000);
    var back = random(700_000);
    door.intake.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/jose");
          StubUpstream.reply(exchange, 200, back);
        });

    var answer = send(there, "Content-Type: application/jose");

    assertThat(door.intake.last().body()).isEqualTo(there);
    assertThat(door.intake.last().header("content-type")).containsExactly("application/jose");
    assertThat(door.intake.last().header("content-length")).containsExactly("700000");
    assertThat(answer.body()).isEqualTo(back);
    assertThat(answer.header("Content-Type")).isEqualTo("application/jose");
  }

  /** Pictures and papers alone may be larger, by the API and by the form of the console. */
  @Test
  void onlyWhereAPictureIsSentIsThereRoomForOne() {
    var picture = random(5 * LIMIT);

    for (String path :
        List.of("/api/v1/cases/c1/children/k1/photos", "/api/v1/cases/c1/attachments")) {
      assertThat(sent(path, "image/jpeg", picture).status()).isEqualTo(204);
      assertThat(door.intake.last().body()).isEqualTo(picture);
    }
    for (String path :
        List.of("/api/v1/cases/c1/photos/p1/look", "/api/v1/cases/c1/children/k1/end")) {
      assertThat(sent(path, "image/jpeg", picture).problem()).isEqualTo("too-large");
    }
    var most = random(16 * LIMIT + 1);
    assertThat(sent("/api/v1/cases/c1/children/k1/photos", "image/jpeg", most).problem())
        .isEqualTo("too-large");
  }

  private static Answer sent(String path, String type, byte[] body) {
    return door.wire.send("POST", path, body, operator, "Content-Type: " + type);
  }

  @Test
  void chunkedBodiesPassUntouched() {
    var there = random(300_000);

    assertThat(chunked(there).status()).isEqualTo(204);
    assertThat(door.intake.last().body()).isEqualTo(there);
  }

  @Test
  void compressedAnswersStayCompressed() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"many\":\"words\"}".repeat(100).getBytes(StandardCharsets.UTF_8));
    }
    door.intake.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          StubUpstream.reply(exchange, 200, packed.toByteArray());
        });

    var answer = door.wire.call("GET", "/api/v1/cases", operator, "Accept-Encoding: gzip");

    assertThat(door.intake.last().header("accept-encoding")).containsExactly("gzip");
    assertThat(answer.body()).isEqualTo(packed.toByteArray());
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void whoAsksBeforeSendingTooMuchIsToldAtOnceAndOthersAreToldToGoOn() {
    var head =
        "POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + operator;
    var asks = "\r\nExpect: 100-continue\r\nContent-Length: ";
    try (var much = Held.open(door.port).send(head + asks + (LIMIT + 1) + "\r\n\r\n")) {
      assertThat(much.answer(PATIENCE).problem()).isEqualTo("too-large");
    }
    try (var little = Held.open(door.port).send(head + asks + "1\r\n\r\n")) {
      little.send("a");

      assertThat(little.answer(PATIENCE).status()).isEqualTo(100);
      assertThat(little.text()).contains("\r\n\r\nHTTP/1.1 204");
    }
    assertThat(door.intake.seen()).hasSize(1);
    assertThat(door.intake.last().header("expect")).isEmpty();
  }

  @Test
  void compressedBodiesAreRefused() {
    assertThat(
            door.wire
                .send("POST", "/api/v1/reports", "a", operator, JSON, "Content-Encoding: gzip")
                .problem())
        .isEqualTo("unsupported-media-type");
    assertThat(door.intake.seen()).isEmpty();
  }

  @Test
  void problemsOfAServicePassAsTheyAre() {
    var problem = "{\"type\":\"urn:homeward:problem:stale\",\"status\":412, \"x\":[1]}\n";
    door.intake.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
          StubUpstream.reply(exchange, 412, problem.getBytes(StandardCharsets.UTF_8));
        });

    var answer = send(new byte[2], JSON);

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.text()).isEqualTo(problem);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void anAnswerMayTakeItsTime() {
    door.intake.answers(
        exchange -> {
          try {
            assertThat(new CountDownLatch(1).await(1_500, TimeUnit.MILLISECONDS)).isFalse();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          StubUpstream.reply(exchange, 204, new byte[0]);
        });

    assertThat(send(new byte[2], JSON).status()).isEqualTo(204);
  }

  @Test
  void aBodyAtTheLimitPasses() {
    assertThat(send(new byte[LIMIT], JSON).status()).isEqualTo(204);
    assertThat(chunked(new byte[LIMIT]).status()).isEqualTo(204);
  }

  @Test
  void aBodyAboveTheLimitIsTooLargeWhateverItSays() {
    assertThat(send(new byte[LIMIT + 1], JSON).problem()).isEqualTo("too-large");
    assertThat(door.intake.seen()).isEmpty();
    assertThat(chunked(new byte[LIMIT + 1]).problem()).isEqualTo("too-large");
    assertThat(chunked(new byte[3 * LIMIT]).problem()).isEqualTo("too-large");
    assertThat(door.intake.seen()).isEmpty();
  }

  @Test
  void halfABodyIsNeverTakenForAWholeOne() {
    var head = "POST /api/v1/reports HTTP/1.1\r\nHost: x\r\n" + operator + "\r\n" + JSON + "\r\n";

    assertThat(door.wire.cut(head + "Content-Length: 100000\r\n\r\n" + "a".repeat(50_000)))
        .isNotEqualTo(204);
    assertThat(
            door.wire.cut(
                head + "Transfer-Encoding: chunked\r\n\r\n4000\r\n" + "a".repeat(0x4000) + "\r\n"))
        .isNotEqualTo(204);

    assertThat(send(new byte[] {7}, JSON).status()).isEqualTo(204);
    assertThat(door.intake.seen()).hasSize(1);
    assertThat(door.intake.last().body()).containsExactly(7);
  }

  @Proves(8)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-Urlencoded; charset=utf-8",
        " application/x-www-form-urlencoded ; a=b"
      })
  void aFormNeverBecomesAUrl(String type, CapturedOutput output) {
    var answer =
        door.wire.send(
            "POST", "/api/v1/reports", "name=" + PLANTED, operator, "Content-Type: " + type);

    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    assertThat(door.intake.seen()).isEmpty();
    assertThat(SecretScan.of(PLANTED).inText("log", output.getAll() + answer.text())).isEmpty();
  }

  @Proves(8)
  @Test
  void nothingOfRequestsOrAnswersIsLogged(CapturedOutput output) {
    door.intake.answers(
        exchange -> {
          exchange.getResponseHeaders().set("X-Name", PLANTED);
          StubUpstream.reply(exchange, 422, PLANTED.getBytes(StandardCharsets.UTF_8));
        });

    door.wire.send(
        "POST", "/api/v1/reports?q=" + PLANTED, PLANTED, operator, JSON, "X-Name: " + PLANTED);
    door.wire.raw("GET /api/v1/" + PLANTED + " x HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(door.intake.seen()).hasSize(1);
    assertThat(output.getAll()).contains("POST /api/v1/reports/** 422").doesNotContain(PLANTED);
  }

  private static Answer send(byte[] body, String type) {
    return door.wire.send("POST", "/api/v1/reports", body, operator, type);
  }

  private static Answer chunked(byte[] body) {
    return door.wire.chunked("POST", "/api/v1/reports", body, operator, JSON);
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
