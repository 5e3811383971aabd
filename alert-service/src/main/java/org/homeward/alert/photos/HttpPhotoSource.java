package org.homeward.alert.photos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.command.DerivedIds;

/** Intake, by the path that only services of this node know the proof for. */
final class HttpPhotoSource implements PhotoSource {

  private static final String PROOF = "Homeward-Node-Proof";
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;

  private final HttpClient http;
  private final List<URI> intakes;
  private final DerivedIds ids;
  private final String reader;
  private final Duration within;

  /**
   * @param intakes the addresses of its instances
   * @param reader the kind of reader whose proof is shown: intake hands out what these may have
   */
  HttpPhotoSource(
      HttpClient http, List<URI> intakes, DerivedIds ids, String reader, Duration within) {
    this.http = http;
    this.intakes = intakes;
    this.ids = ids;
    this.reader = reader;
    this.within = within;
  }

  @Override
  public Optional<byte[]> bytes(String photo, String part) {
    return ask("GET", photo + "/" + part);
  }

  @Override
  public boolean isThere(String photo, String part) {
    return ask("HEAD", photo + "/" + part).isPresent();
  }

  private Optional<byte[]> ask(String method, String place) {
    PhotoAway away = new PhotoAway("intake has no address");
    for (URI intake : intakes) {
      try {
        return ask(method, intake, place);
      } catch (PhotoAway e) {
        away = e; // another instance may answer
      }
    }
    throw away;
  }

  private Optional<byte[]> ask(String method, URI intake, String place) {
    HttpRequest request =
        HttpRequest.newBuilder(intake.resolve("/internal/v1/photos/" + place))
            .timeout(within)
            .header(PROOF, ids.of(reader, place, 0))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<byte[]> answer = send(request);
    return switch (answer.statusCode()) {
      case OK -> Optional.of(answer.body());
      case NOT_FOUND -> Optional.empty();
      default -> throw new PhotoAway("intake answers " + answer.statusCode());
    };
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new PhotoAway("intake does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PhotoAway("the service is stopping");
    }
  }
}
