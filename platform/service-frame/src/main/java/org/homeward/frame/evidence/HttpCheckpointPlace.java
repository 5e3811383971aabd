package org.homeward.frame.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** An address that takes {@code PUT}, one file each. */
record HttpCheckpointPlace(URI address) implements CheckpointPlace {

  static final String FORM =
      "HOMEWARD_CHECKPOINTS is a directory, https, or http to an address of this machine";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

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
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request =
          HttpRequest.newBuilder(file)
              .timeout(PATIENCE)
              .header("Content-Type", "application/jose")
              .PUT(BodyPublishers.ofByteArray(checkpoint))
              .build();
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status < 200 || status > 299) {
        throw new IOException("it answered " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
