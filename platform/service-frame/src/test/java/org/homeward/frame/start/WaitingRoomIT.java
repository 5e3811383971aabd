package org.homeward.frame.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.testkit.FreePorts;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class WaitingRoomIT {

  private final int port = FreePorts.take();
  private final int management = FreePorts.take();
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> ask(int at, String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path)).build();
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whileTheStoreIsAwayAServiceIsAliveAndNotReadyAndSaysWhatToDo() throws IOException {
    List<HttpResponse<String>> answers = new ArrayList<>();
    List<Runnable> turns =
        new ArrayList<>(
            List.of(
                () -> {
                  throw new MongoTimeoutException("away");
                },
                () -> {
                  answers.add(ask(management, "/actuator/health/liveness"));
                  answers.add(ask(management, "/actuator/health/readiness"));
                  answers.add(ask(management, "/actuator/prometheus"));
                  answers.add(ask(port, "/api/v1/cases"));
                  answers.add(ask(port, "/actuator/health/liveness"));
                }));
    var opening = new Opening(Duration.ofMinutes(1), List.of(() -> turns.removeFirst().run()));
    var settings = new StandardEnvironment();
    settings
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "server.address",
                    "127.0.0.1",
                    "server.port",
                    "" + port,
                    "management.server.address",
                    "127.0.0.1",
                    "management.server.port",
                    "" + management)));
    opening.setEnvironment(settings);

    opening.start();

    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .containsExactly(200, 503, 503, 503, 503);
    assertThat(answers.get(1).body()).contains("OUT_OF_SERVICE").contains("HOMEWARD_STORE_URI");
    assertThat(answers.subList(2, 5))
        .allSatisfy(
            answer -> assertThat(answer.body()).contains("urn:homeward:problem:unavailable"));
    for (int address : List.of(port, management)) {
      try (var free = new ServerSocket(address)) {
        assertThat(free.isBound()).as("the service can listen now").isTrue();
      }
    }
  }
}
