package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OutageIT {

  private static final String CASES = "/api/v1/cases";
  private static final String CHANGES = "/api/v1/changes/intake";
  private static final int MANY = 20;

  /** Calls before the breaker may open. */
  private static final int FEWEST = 5;

  private static final int CROWD = 12;
  private static Door door;
  private static String operator;

  @BeforeAll
  static void open() {
    door =
        Door.open(
            "--spring.http.clients.read-timeout=2s",
            "--homeward.door.places.staff=" + CROWD,
            "--homeward.door.share=1",
            "--resilience4j.circuitbreaker.configs.default.sliding-window-size=5",
            "--resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=300ms");
    operator = door.bearer(Role.OPERATOR);
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @BeforeEach
  void allIsWell() {
    door.intake.answers(exchange -> StubUpstream.reply(exchange, 200, new byte[0]));
    Awaitility.await().until(() -> read().status() == 200);
    door.breaker(Upstream.INTAKE).reset(); // no test inherits calls
    door.intake.seen().clear();
  }

  @Proves(8)
  @Test
  void aServiceThatIsAwayIsUnavailableAndItsAddressStaysInside(CapturedOutput output) {
    door.intake.stop();
    try {
      var answer = read();

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("unavailable");
      assertThat(answer.header("Retry-After")).isEqualTo("5");
      assertThat(
              SecretScan.of("127.0.0.1", "refused", "java", "" + door.intake.port())
                  .inText("answer", answer.text() + answer.headers()))
          .isEmpty();
      assertThat(output.getAll()).doesNotContain(" ERROR ");
    } finally {
      door.intake.start();
    }
  }

  @Test
  void whoComesWhenAllPlacesOfStaffAreTakenIsToldToComeAgain() throws Exception {
    var inside = new CountDownLatch(CROWD);
    var go = new CountDownLatch(1);
    door.intake.answers(
        exchange -> {
          inside.countDown();
          await(go);
          StubUpstream.reply(exchange, 200, new byte[0]);
        });
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CROWD; i++) {
        callers.submit(OutageIT::read);
      }
      assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
      var refused = read();
      go.countDown();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(refused.problem()).isEqualTo("unavailable");
    }
    assertThat(read().status()).isEqualTo(200);
  }

  @Test
  void theOtherServiceIsNotTouched() {
    door.intake.stop();
    try {
      for (int i = 0; i < MANY; i++) {
        assertThat(read().status()).isEqualTo(503);
      }
      assertThat(door.wire.call("GET", "/api/v1/desks", operator).status()).isEqualTo(200);
    } finally {
      door.intake.start();
    }
  }

  @Test
  void theBreakerOpensAndClosesByItself() {
    door.intake.answers(exchange -> exchange.close());
    for (int i = 0; i < 3 * MANY; i++) {
      var answer = read();
      assertThat(answer.problem()).isEqualTo("unavailable");
      assertThat(answer.header("Retry-After")).isEqualTo("5");
    }
    assertThat(door.intake.seen())
        .as("while it is open the service is not even asked")
        .hasSizeBetween(FEWEST, 3 * MANY - 1);

    door.intake.answers(exchange -> StubUpstream.reply(exchange, 200, new byte[0]));
    Awaitility.await().until(() -> read().status() == 200);
    for (int i = 0; i < MANY; i++) {
      assertThat(read().status()).isEqualTo(200);
    }
  }

  @Test
  void whoeverWaitsForNewsKeepsTheBreakerFromNothing() throws Exception {
    door.intake.answers(exchange -> exchange.close());
    for (int i = 0; i < 3 * MANY; i++) {
      assertThat(read().problem()).isEqualTo("unavailable");
    }
    var waiting = new CountDownLatch(FEWEST);
    var news = new CountDownLatch(1);
    door.intake.answers(
        exchange -> {
          if (exchange.getRequestURI().getPath().equals(CHANGES)) {
            waiting.countDown();
            await(news);
          }
          StubUpstream.reply(exchange, 200, new byte[0]);
        });
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < FEWEST; i++) {
        callers.submit(() -> door.wire.call("GET", CHANGES, operator));
      }
      assertThat(waiting.await(20, TimeUnit.SECONDS)).as("though it is open").isTrue();
      Awaitility.await().until(() -> read().status() == 200);
      for (int i = 0; i < MANY; i++) {
        assertThat(read().status()).isEqualTo(200);
      }
      news.countDown();
    }
  }

  @Test
  void failuresOfLongAgoDoNotOpenTheBreaker() {
    door.intake.answers(exchange -> exchange.close());
    for (int i = 0; i < FEWEST - 1; i++) {
      assertThat(read().problem()).isEqualTo("unavailable");
    }
    door.intake.answers(exchange -> StubUpstream.reply(exchange, 200, new byte[0]));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> door.breaker(Upstream.INTAKE).getMetrics().getNumberOfFailedCalls() == 0);

    for (int i = 0; i < MANY; i++) {
      assertThat(read().status()).isEqualTo(200);
    }
  }

  @Test
  void errorsThatAServiceAnswersPassAndDoNotOpenTheBreaker() {
    door.intake.answers(exchange -> StubUpstream.reply(exchange, 500, new byte[] {'x'}));

    for (int i = 0; i < 3 * MANY; i++) {
      assertThat(read().status()).isEqualTo(500);
    }
    assertThat(door.intake.seen()).hasSize(3 * MANY);
  }

  @Test
  void callersWhoHangUpDoNotOpenTheBreaker() {
    var half =
        "POST /api/v1/cases HTTP/1.1\r\nHost: x\r\n"
            + operator
            + "\r\nContent-Length: 100000\r\n\r\nhalf";

    for (int i = 0; i < MANY; i++) {
      assertThat(door.wire.cut(half)).isIn(0, 400);
    }
    assertThat(read().status()).isEqualTo(200);
  }

  @Test
  void silenceIsATimeOut() {
    var released = new CountDownLatch(1);
    door.intake.answers(
        exchange -> {
          await(released);
          exchange.close();
        });

    var answer = read();
    released.countDown();

    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.problem()).isEqualTo("timed-out");
  }

  @Test
  void aConnectionThatBreaksBeforeTheAnswerIsUnavailable() {
    door.intake.answers(exchange -> exchange.close());

    assertThat(read().problem()).isEqualTo("unavailable");
    assertThat(door.intake.seen()).as("never repeated by the gateway").hasSize(1);
  }

  @Test
  void anAnswerThatBreaksOffDoesNotLookWhole() {
    door.intake.answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[100_000]);
          exchange.getResponseBody().flush();
          throw new IOException("broken off");
        });

    var answer = read();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.whole()).isFalse();
  }

  @Test
  void answersThatNobodyReadsKeepNoConnection() {
    door.intake.answers(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"7\"");
          StubUpstream.reply(exchange, 200, new byte[50_000]);
        });

    for (int i = 0; i < 250; i++) {
      var answer = door.wire.call("GET", CASES, operator, "If-None-Match: \"7\"");
      assertThat(answer.status()).as("request " + i).isEqualTo(304);
    }
  }

  private static Answer read() {
    return door.wire.call("GET", CASES, operator);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
