package org.homeward.local.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Asks processes whether they are healthy. */
final class Checkup {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  boolean isHealthy(ProcessPlan plan, Path log, long logFrom) {
    return switch (plan.health()) {
      case Health.Answers answers -> answers(answers);
      case Health.Says says -> hasSaid(says.word(), log, logFrom) && takeConnections(plan.ports());
    };
  }

  private boolean answers(Health.Answers answers) {
    try {
      var request = HttpRequest.newBuilder(answers.address()).timeout(PATIENCE).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean takeConnections(List<Integer> ports) {
    for (int port : ports) {
      try (var socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            (int) PATIENCE.toMillis());
      } catch (IOException notYet) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasSaid(String word, Path log, long from) {
    try (var bytes = Files.newInputStream(log)) {
      bytes.skipNBytes(from);
      var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1));
      return lines.lines().anyMatch(line -> line.startsWith(word));
    } catch (IOException notYet) {
      return false;
    }
  }
}
