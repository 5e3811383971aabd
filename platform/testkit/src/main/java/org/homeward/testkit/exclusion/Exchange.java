package org.homeward.testkit.exclusion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The answer, and the request's operations on the store.
 *
 * @param headers without those that differ for each request
 */
record Exchange(
    int status, Map<String, List<String>> headers, String body, StoreCommands.Heard heard) {

  private static final Set<String> OF_EACH =
      Set.of("date", "x-request-id", "traceparent", "connection");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Somebody who asks: the headers that say who it is. */
  record Caller(String name, List<String> headers) {

    Caller with(List<String> more) {
      List<String> all = new ArrayList<>(headers);
      all.addAll(more);
      return new Caller(more.isEmpty() ? name : name + " with " + more, all);
    }
  }

  static Exchange of(
      String method, URI uri, byte[] body, List<String> headers, StoreCommands store) {
    String trace = UUID.randomUUID().toString().replace("-", "");
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofMinutes(1))
            .header("traceparent", "00-" + trace + "-00000000000000aa-00")
            .method(
                method,
                body.length == 0 && method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (String header : headers) {
      int colon = header.indexOf(':');
      request.header(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    try {
      HttpResponse<byte[]> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, List<String>> kept = new TreeMap<>();
      answer
          .headers()
          .map()
          .forEach((name, values) -> kept.put(name.toLowerCase(Locale.ROOT), values));
      kept.keySet().removeAll(OF_EACH);
      return new Exchange(
          answer.statusCode(),
          kept,
          new String(answer.body(), StandardCharsets.ISO_8859_1),
          store.of(trace));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The same with every one of these texts in place of its value. */
  Exchange without(Map<String, String> values) {
    String plain = body;
    for (var each : values.entrySet()) {
      plain = plain.replace(each.getValue(), each.getKey());
    }
    return new Exchange(status, headers, plain, heard);
  }

  /** All that the caller learns. */
  String answer() {
    return status + " " + headers + " " + body;
  }
}
