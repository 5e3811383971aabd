package org.homeward.alert.orders.openpages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.alert.trial.TrialNode;
import org.homeward.schema.json.Json;
import org.homeward.testkit.exclusion.StoreCommands;
import tools.jackson.databind.JsonNode;

/** Somebody without a login, at an address that nobody else in these tests has. */
final class Stranger implements AutoCloseable {

  private static final Set<String> OF_EACH =
      Set.of("date", "x-request-id", "traceparent", "connection");
  private static final AtomicInteger LAST = new AtomicInteger(40);

  private final TrialNode node;
  private final HttpClient http;

  Stranger(TrialNode node) {
    this.node = node;
    try {
      var own = InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) LAST.incrementAndGet()});
      this.http =
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(own).build();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * All that an answer tells, and what it took.
   *
   * @param headers without those that differ for each request
   */
  record Told(
      int status, Map<String, List<String>> headers, String body, StoreCommands.Heard heard) {

    /** The answer that everybody sees. */
    String seen() {
      return status + " " + headers + " " + body;
    }

    JsonNode json() {
      return Json.mapper().readTree(body);
    }
  }

  Told notice(String code) {
    return get(OpenNoticesController.NOTICES + "/" + code);
  }

  Told get(String path) {
    String trace = UUID.randomUUID().toString().replace("-", "");
    var request =
        HttpRequest.newBuilder(URI.create(node.root() + path))
            .header("traceparent", "00-" + trace + "-00000000000000aa-00")
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      Map<String, List<String>> headers = new TreeMap<>();
      answer.headers().map().forEach((name, v) -> headers.put(name.toLowerCase(Locale.ROOT), v));
      headers.keySet().removeAll(OF_EACH);
      return new Told(
          answer.statusCode(),
          headers,
          new String(answer.body(), UTF_8),
          node.commands().of(trace));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
