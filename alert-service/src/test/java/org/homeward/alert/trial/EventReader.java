package org.homeward.alert.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.schema.json.Json;
import tools.jackson.databind.JsonNode;

/** A desk's reader of server-sent events, as the standard describes one. */
public final class EventReader implements AutoCloseable {

  /** One event. */
  public record Event(String name, String id, JsonNode json) {}

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final InputStream body;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile int comments;
  private volatile String retry = "";
  private volatile boolean ended;

  /** Opens the stream; the headers are names and values in turn. */
  public static EventReader open(TrialNode node, TrialDesk desk, String query, String... headers) {
    return open(node.root(), desk, query, headers);
  }

  /** The same at one of several processes. */
  public static EventReader open(String root, TrialDesk desk, String query, String... headers) {
    try {
      var reader = new EventReader(root, desk, query, headers);
      Thread.startVirtualThread(reader::read);
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EventReader(String root, TrialDesk desk, String query, String... headers)
      throws IOException {
    String both = desk.id() + ":" + desk.key();
    String basic = Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(root + "/api/v1/feeds/police/stream" + query))
            .header("Authorization", "Basic " + basic)
            .header("Accept", "text/event-stream");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    HttpResponse<InputStream> answer = answer(request.build());
    if (answer.statusCode() != 200) {
      close();
      throw new IOException("answered " + answer.statusCode());
    }
    body = answer.body();
  }

  private HttpResponse<InputStream> answer(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  public List<Event> events() {
    return events;
  }

  /** Those of one name. */
  public List<Event> events(String name) {
    return events.stream().filter(event -> event.name().equals(name)).toList();
  }

  /** The newest event of a notice. */
  public boolean has(String notice, String status) {
    return events("notice").stream()
        .anyMatch(
            event ->
                event.json().path("id").asString().equals("urn:uuid:" + notice)
                    && event.json().path("status").asString().equals(status));
  }

  /** How long to wait before it comes back, as it was told last. */
  public String retry() {
    return retry;
  }

  public int comments() {
    return comments;
  }

  public boolean hasEnded() {
    return ended;
  }

  /** Hangs up at once, whatever is still to come. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      Map<String, String> fields = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        retry = fields.getOrDefault("retry", retry);
        if (line.isEmpty() && fields.containsKey("data")) {
          JsonNode json = Json.mapper().readTree(fields.get("data"));
          events.add(new Event(fields.get("event"), fields.get("id"), json));
          fields.clear();
        } else if (line.startsWith(":")) {
          comments++;
        } else if (!line.isEmpty()) {
          String[] parts = line.split(": ", 2);
          fields.put(parts[0], parts[1]);
        }
      }
    } catch (IOException gone) {
      // Either end may hang up.
    } finally {
      ended = true;
    }
  }
}
