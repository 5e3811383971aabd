package org.homeward.local.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Http;
import org.homeward.local.client.Tokens;
import org.homeward.local.issuer.DemoAdmins;
import org.homeward.local.node.Node;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls the services' management ports with the demo administrator's token. */
final class Operate {
  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");

  private final PrintStream out;
  private final Http http = new Http();

  Operate(PrintStream out) {
    this.out = out;
  }

  /** Each service publishes the present state of everything. */
  int republish(List<Node> nodes) {
    int failed = 0;
    for (Node node : nodes) {
      for (String service : SERVICES) {
        failed += republish(node, service) ? 0 : 1;
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private boolean republish(Node node, String service) {
    Answer answer = post(node, service, "/actuator/republish", "{}");
    if (answer == null || !answer.isSuccess()) {
      return refused(node, service, answer);
    }
    out.printf(
        "Node %s: %s has published %d documents again.%n",
        node.plan().name(), service, answer.json().path("published").asInt());
    return true;
  }

  /** Reads the records again that were put aside; what is no longer in the topic is republished. */
  int replayPoison(List<Node> nodes) {
    int failed = 0;
    for (Node node : nodes) {
      Set<String> owners = new LinkedHashSet<>();
      for (String service : SERVICES) {
        failed += replayPoison(node, service, owners) ? 0 : 1;
      }
      for (String owner : owners) {
        failed += republish(node, owner) ? 0 : 1;
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private boolean replayPoison(Node node, String service, Set<String> owners) {
    Answer answer = post(node, service, "/actuator/reader", "{\"action\":\"replay-poison\"}");
    if (answer == null || !answer.isSuccess()) {
      return refused(node, service, answer);
    }
    boolean well = true;
    for (JsonNode reader : answer.json().path("readers")) {
      String topic = reader.path("topic").asString();
      out.printf(
          "Node %s: %s of %s: %d put aside, %d read now, %d still unreadable, %d failed, %d gone,"
              + " %d stale%n",
          node.plan().name(),
          service,
          topic,
          reader.path("putAside").asInt(),
          reader.path("applied").asInt(),
          reader.path("unreadable").asInt(),
          reader.path("failed").asInt(),
          reader.path("gone").asInt(),
          reader.path("stale").asInt());
      well &= reader.path("unreadable").asInt() + reader.path("failed").asInt() == 0;
      if (reader.path("gone").asInt() > 0 && reader.path("stale").asInt() > 0) {
        owners.add(owner(topic));
      }
    }
    return well;
  }

  private static String owner(String topic) {
    return switch (topic.substring(topic.indexOf('.') + 1)) {
      case "cases" -> "intake";
      case "alerts" -> "alert";
      default -> "bridge";
    };
  }

  private boolean refused(Node node, String service, @Nullable Answer why) {
    out.printf(
        "Node %s: NOT DONE, %s %s%n",
        node.plan().name(),
        service,
        why == null ? "or the issuer does not answer" : "answered " + why);
    return false;
  }

  private @Nullable Answer post(Node node, String service, String path, String body) {
    try {
      var tokens = new Tokens(http, node.plan().issuerAddress());
      return http.send(
          Http.to(node.plan().management(service).resolve(path))
              .header("Authorization", "Bearer " + tokens.of(DemoAdmins.at(node.plan().name())))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build());
    } catch (UncheckedIOException away) {
      return null;
    }
  }
}
