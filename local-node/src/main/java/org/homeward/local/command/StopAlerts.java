package org.homeward.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import org.homeward.local.node.Node;
import org.homeward.local.node.NodePlan;

/**
 * Stops all alerts of a node with this machine's own credential. It calls alert-service directly:
 * issuer, broker, intake and gateway may be down.
 */
final class StopAlerts {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String YES = "--yes";

  private final InputStream in;
  private final PrintStream out;

  StopAlerts(InputStream in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  int run(List<Node> nodes, List<String> arguments) throws InterruptedException {
    if (!List.of().equals(arguments) && !List.of(YES).equals(arguments)) {
      throw new WrongUse("stop-alerts takes rs or gr (nothing for both), and --yes");
    }
    if (arguments.isEmpty() && !isWanted(nodes)) {
      out.println("Nothing was stopped.");
      return 1;
    }
    int failed = 0;
    for (Node node : nodes) {
      failed += stop(node.plan()) ? 0 : 1;
    }
    return failed == 0 ? 0 : 1;
  }

  private boolean isWanted(List<Node> nodes) {
    List<String> names = nodes.stream().map(node -> node.plan().name()).toList();
    out.print(
        "Stop every alert of "
            + String.join(" and ", names)
            + "? Lifting that takes two people. Type yes: ");
    out.flush();
    var answer = new Scanner(in, StandardCharsets.UTF_8);
    return answer.hasNextLine() && answer.nextLine().strip().equalsIgnoreCase("yes");
  }

  private boolean stop(NodePlan node) throws InterruptedException {
    URI stops = node.at("alert").resolve("/api/v1/stops");
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request =
          HttpRequest.newBuilder(stops)
              .timeout(PATIENCE)
              .header("Authorization", "Basic " + credential(node.stopKey()))
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"scope\": \"NODE\"}"))
              .build();
      return told(node, http.send(request, BodyHandlers.discarding()).statusCode());
    } catch (NoSuchFileException neverStarted) {
      out.printf(
          "Node %s: there is no %s; its alert-service was never started here.%n",
          node.name(), node.stopKey());
    } catch (IOException away) {
      out.printf(
          "Node %s: NOT STOPPED, alert-service does not answer at %s. As long as it is down it sends nothing;"
              + " start it and repeat this before anything is sent: ./homeward up %s && ./homeward stop-alerts %s --yes%n",
          node.name(), stops, node.name(), node.name());
    }
    return false;
  }

  private boolean told(NodePlan node, int status) {
    if (status >= 200 && status < 300) {
      out.printf(
          "Node %s: all alerts are stopped; nothing new of them starts. Two people lift it: POST /api/v1/stops/node/lift%n",
          node.name());
      return true;
    }
    out.printf(
        "Node %s: NOT STOPPED, alert-service answered %d. Repeat it; if that does not help, nothing is sent after"
            + " ./homeward down %s%n",
        node.name(), status, node.name());
    return false;
  }

  private static String credential(Path key) throws IOException {
    String login = "host:" + Files.readString(key).strip();
    return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }
}
