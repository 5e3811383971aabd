package org.homeward.bridge.messages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.command.DerivedIds;

/** Intake, by the path that only services of this node know the proof for. */
final class HttpOwnPhotos implements OwnPhotos {

  private static final String PROOF = "Homeward-Node-Proof";
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient http;
  private final List<URI> intakes;
  private final DerivedIds ids;

  /**
   * @param intakes the addresses of its instances
   */
  HttpOwnPhotos(HttpClient http, List<URI> intakes, DerivedIds ids) {
    this.http = http;
    this.intakes = intakes;
    this.ids = ids;
  }

  @Override
  public Optional<byte[]> bytes(String photo, String size) {
    String place = photo + "/" + size;
    return intakes.stream().flatMap(intake -> answer("GET", intake, place).stream()).findFirst();
  }

  @Override
  public boolean isForPartners(String photo, String size) {
    String place = photo + "/" + size;
    return intakes.stream().anyMatch(intake -> answer("HEAD", intake, place).isPresent());
  }

  private Optional<byte[]> answer(String method, URI intake, String place) {
    HttpRequest request =
        HttpRequest.newBuilder(intake.resolve("/internal/v1/photos/" + place))
            .timeout(WITHIN)
            .header(PROOF, ids.of("partner-photo-reader", place, 0))
            .method(method, BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      return answer.statusCode() == OK ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
