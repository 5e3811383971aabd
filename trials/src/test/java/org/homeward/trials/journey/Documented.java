package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import org.homeward.face.testing.OpenApi;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Exchanges;
import org.homeward.local.node.Neighbours;

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
    URI address = request.uri();
    boolean isOfTheInterface = !address.getPath().startsWith("/actuator");
    if (isOfTheInterface && doors.stream().anyMatch(d -> d.getPort() == address.getPort())) {
      List<String> found = problems(request, answer);
      synchronized (complaints) {
        complaints.addAll(found);
      }
    }
  }

  private List<String> problems(HttpRequest request, Answer answer) {
    String path = request.uri().getRawPath();
    String query = request.uri().getRawQuery();
    Optional<OpenApi> document =
        documents.stream().filter(api -> knows(api, request.method(), path)).findFirst();
    if (document.isEmpty()) {
      return answer.status() == 404 || answer.status() == 405
          ? List.of()
          : List.of(request.method() + " " + path + ": not documented, and answered " + answer);
    }
    if (answer.isProblem() && OF_THE_DOOR.contains(answer.status())) {
      return List.of();
    }
    return document
        .get()
        .problems(
            request.method(),
            query == null ? path : path + "?" + query,
            request.headers().firstValue("Content-Type").orElse(null),
            body(request),
            answer.status(),
            answer.header("Content-Type"),
            answer.body().getBytes(UTF_8));
  }

  private static boolean knows(OpenApi api, String method, String path) {
    return api.operations().stream()
        .filter(operation -> operation.startsWith(method + " "))
        .map(operation -> operation.substring(method.length() + 1))
        .anyMatch(template -> template(template).matcher(path).matches());
  }

  private static Pattern template(String path) {
    return Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  /** What was sent; publishers of texts and bytes can be read again. */
  private static byte[] body(HttpRequest request) {
    if (request.bodyPublisher().isEmpty()) {
      return new byte[0];
    }
    var collected = new CompletableFuture<byte[]>();
    request.bodyPublisher().get().subscribe(new Collector(collected));
    return collected.join();
  }

  private static final class Collector implements Flow.Subscriber<ByteBuffer> {
    private final CompletableFuture<byte[]> collected;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Collector(CompletableFuture<byte[]> collected) {
      this.collected = collected;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      bytes.writeBytes(copy);
    }

    @Override
    public void onError(Throwable failure) {
      collected.complete(new byte[0]);
    }

    @Override
    public void onComplete() {
      collected.complete(bytes.toByteArray());
    }
  }
}
