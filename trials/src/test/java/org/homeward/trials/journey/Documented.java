package org.homeward.trials.journey;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.face.testing.OpenApi;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Exchanges;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.exchange.Exchange;

/** Compares every exchange at the nodes' doors with the services' API documents. */
public final class Documented implements Exchanges {
  private static final List<String> SERVICES =
      List.of("intake-service", "alert-service", "partner-bridge-service");

  private static final String DOCUMENT = "src/main/resources/openapi.yaml";

  /** What the door itself answers, whatever stands behind it. */
  private static final Set<Integer> OF_THE_DOOR = Set.of(401, 404, 405, 413, 415, 503, 504);

  private final List<URI> doors;
  private final List<OpenApi> documents = new ArrayList<>();
  private final Set<String> complaints = new TreeSet<>(); // guarded by itself

  Documented(Neighbours nodes, Path root) {
    doors = nodes.all().stream().map(node -> node.plan().door()).toList();
    for (String service : SERVICES) {
      documents.add(OpenApi.read(root.resolve(service).resolve(DOCUMENT)));
    }
  }

  /** Each exchange that is not as documented, once. */
  List<String> complaints() {
    synchronized (complaints) {
      return List.copyOf(complaints);
    }
  }

  @Override
  public void seen(HttpRequest request, Answer answer) {
    seen(Exchange.of(request, answer));
  }

  void seen(Exchange exchange) {
    URI address = exchange.uri();
    boolean isOfTheInterface = !address.getPath().startsWith("/actuator");
    if (isOfTheInterface && doors.stream().anyMatch(d -> d.getPort() == address.getPort())) {
      List<String> found = problems(exchange);
      synchronized (complaints) {
        complaints.addAll(found);
      }
    }
  }

  private List<String> problems(Exchange exchange) {
    String path = exchange.uri().getRawPath();
    String query = exchange.uri().getRawQuery();
    Optional<OpenApi> document =
        documents.stream().filter(api -> api.describes(exchange.method(), path)).findFirst();
    if (document.isEmpty()) {
      return exchange.status() == 404 || exchange.status() == 405
          ? List.of()
          : List.of(exchange + " is not documented");
    }
    if (exchange.isProblem() && OF_THE_DOOR.contains(exchange.status())) {
      return List.of();
    }
    return document
        .get()
        .problems(
            exchange.method(),
            query == null ? path : path + "?" + query,
            exchange.sentAs().isEmpty() ? null : exchange.sentAs(),
            exchange.sentBytes(),
            exchange.status(),
            exchange.answeredAs(),
            exchange.answerBytes());
  }
}
