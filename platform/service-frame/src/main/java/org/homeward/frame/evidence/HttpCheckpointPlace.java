package org.homeward.frame.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An address that takes {@code PUT}, one file each. */
record HttpCheckpointPlace(URI address, Duration patience) implements CheckpointPlace {

  static final String FORM =
      "HOMEWARD_CHECKPOINTS is a directory, https, or http to an address of this machine";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  HttpCheckpointPlace(URI address) {
    this(address, PATIENCE);
  }

  /**
   * @param patience with the whole exchange, to the end of the answer
   */
  HttpCheckpointPlace {
    String host = address.getHost();
    if (host == null
        || !("https".equalsIgnoreCase(address.getScheme()) || LOOPBACK.contains(host))) {
      throw new IllegalArgumentException(FORM);
    }
  }

  @Override
  public void keep(String name, byte[] checkpoint) throws IOException {
    String there = address.toString();
    URI file = URI.create((there.endsWith("/") ? there : there + "/") + name);
    var request =
        HttpRequest.newBuilder(file)
            .header("Content-Type", "application/jose")
            .PUT(BodyPublishers.ofByteArray(checkpoint))
            .build();
    int status = status(request);
    if (status < 200 || status > 299) {
      throw new IOException("it answered " + status);
    }
  }

  /** The timeout of a request ends with the headers of its answer; this one with the answer. */
  private int status(HttpRequest request) throws IOException {
    try (var http = HttpClient.newHttpClient()) {
      try {
        return http.sendAsync(request, BodyHandlers.discarding())
            .get(patience.toMillis(), TimeUnit.MILLISECONDS)
            .statusCode();
      } finally {
        http.shutdownNow(); // or closing waits for what does not come
      }
    } catch (TimeoutException e) {
      throw new IOException("it did not answer within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
