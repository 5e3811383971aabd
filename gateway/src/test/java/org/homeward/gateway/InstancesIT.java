package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstancesIT {

  private static final String REPORTS = "/api/v1/reports";
  private static final String REPORT = "{\"a\": \"" + "b".repeat(50_000) + "\"}";
  private static StubUpstream second;
  private static Door door;
  private static String operator;

  @BeforeAll
  static void open() {
    second = StubUpstream.started();
    // Arguments of one name are put together with commas.
    door = Door.open("--homeward.gateway.intake=http://127.0.0.1:" + second.port());
    operator = door.bearer(Role.OPERATOR);
  }

  @AfterAll
  static void close() {
    door.close();
    second.close();
  }

  @BeforeEach
  void bothAreThere() {
    for (StubUpstream each : List.of(door.intake, second)) {
      each.stop();
      each.start();
      each.answers(
          exchange -> {
            exchange.getResponseHeaders().set("Connection", "close"); // or the next test finds it
            StubUpstream.reply(exchange, 200, new byte[0]);
          });
      each.seen().clear();
    }
  }

  @Test
  void whatOneRefusesGoesToTheOtherWholeAndOnce() {
    second.stop();

    for (int i = 0; i < 40; i++) {
      assertThat(post().status()).as("the breaker does not count it either").isEqualTo(200);
    }

    assertThat(door.intake.seen())
        .hasSize(40)
        .allSatisfy(seen -> assertThat(new String(seen.body())).isEqualTo(REPORT));
  }

  @Test
  void whatAnInstanceHasTakenIsNeverRepeatedAtTheOther() {
    for (StubUpstream each : List.of(door.intake, second)) {
      each.answers(exchange -> exchange.close()); // after the body has been read
    }

    assertThat(post().problem()).isEqualTo("unavailable");

    assertThat(door.intake.seen().size() + second.seen().size()).isEqualTo(1);
  }

  @Test
  void whenAllRefuseItIsUnavailable() {
    door.intake.stop();
    second.stop();

    assertThat(post().problem()).isEqualTo("unavailable");
  }

  private static Answer post() {
    return door.wire.send("POST", REPORTS, REPORT, operator, "Content-Type: application/json");
  }
}
