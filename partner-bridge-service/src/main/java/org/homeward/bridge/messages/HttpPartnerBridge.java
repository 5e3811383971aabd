package org.homeward.bridge.messages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.homeward.face.trace.Trace;
import org.homeward.schema.bridge.Seal;
import org.jspecify.annotations.Nullable;

/**
 * Posts to a partner's bridge without redirects, with a bounded answer and a deadline for the whole
 * exchange.
 */
final class HttpPartnerBridge implements PartnerBridge, AutoCloseable {

  private static final String PATH = "/bridge/v1/messages";
  private static final String PHOTOS = "photos";
  private static final int OK = 200;
  private static final int MAX_ANSWER = 16 * 1024;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final HttpClient client;

  /**
   * @param connect how long a connection may take
   */
  HttpPartnerBridge(Duration connect) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .build();
  }

  @Override
  public Response post(URI endpoint, Parcel parcel, Duration deadline) {
    if (!isSafe(endpoint)) {
      return new Response.Unknown("endpoint-not-safe");
    }
    return switch (send(address(endpoint), parcel.sealed(), MAX_ANSWER, deadline)) {
      case Sent.Came(HttpResponse<byte[]> response) ->
          new Response.Answered(
              response.statusCode(), new String(response.body(), ISO_8859_1).strip());
      case Sent.Lost(String why) -> new Response.Unknown(why);
    };
  }

  /** Asks for a photo; empty when there is no answer, or one without a signature. */
  Optional<byte[]> ask(URI endpoint, byte[] sealed, int most, Duration deadline) {
    return isSafe(endpoint)
            && send(photos(endpoint), sealed, most, deadline)
                instanceof Sent.Came(HttpResponse<byte[]> response)
            && response.statusCode() == OK
        ? Optional.of(response.body())
        : Optional.empty();
  }

  /** The outcome of a request. */
  private sealed interface Sent {
    record Came(HttpResponse<byte[]> response) implements Sent {}

    record Lost(String why) implements Sent {}
  }

  private Sent send(URI address, byte[] sealed, int most, Duration deadline) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header(Trace.HEADER, Trace.following(here()).header())
            .header("Content-Type", Seal.CONTENT_TYPE)
            .header("Accept", Seal.CONTENT_TYPE)
            .timeout(deadline)
            .POST(HttpRequest.BodyPublishers.ofByteArray(sealed))
            .build();
    var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
    try {
      return new Sent.Came(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Sent.Lost("interrupted");
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Sent.Lost("timed-out");
    } catch (ExecutionException e) {
      return new Sent.Lost(e.getCause() instanceof ConnectException ? "not-reached" : "broken-off");
    }
  }

  private static @Nullable String here() {
    return Trace.current().map(Trace::header).orElse(null);
  }

  /** A registry names the gateway, or the whole address. */
  static URI address(URI endpoint) {
    String path = endpoint.getPath();
    return path == null || path.isEmpty() || path.equals("/") ? endpoint.resolve(PATH) : endpoint;
  }

  /** Beside the place of messages. */
  static URI photos(URI endpoint) {
    return address(endpoint).resolve(PHOTOS);
  }

  static boolean isSafe(URI endpoint) {
    return "https".equals(endpoint.getScheme())
        || ("http".equals(endpoint.getScheme()) && LOOPBACK.contains(endpoint.getHost()));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
