package org.homeward.local.police;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.homeward.local.client.DeskLogin;
import org.homeward.schema.cap.CapKeyList;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import tools.jackson.databind.JsonNode;

/**
 * The hotline over HTTPS. The desk's key goes to this one address: redirects are not followed, and
 * of the links in an answer only the place is taken.
 */
final class HttpFeedDoor implements FeedDoor {

  private static final String FEED = "/api/v1/feeds/police?limit=";
  private static final String KEYS = "/api/v1/public/cap-keys";
  private static final int LIMIT = 100;
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private static final String WRONG_KEY =
      "The hotline does not take this desk's key (401): it is wrong, expired or revoked, or the desk is"
          + " not confirmed. Ask the hotline for a new one.";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final String node;
  private final DeskLogin desk;

  /**
   * @param node scheme, host and port of the hotline
   * @throws IllegalArgumentException for an address where the key would not be safe
   */
  HttpFeedDoor(URI node, DeskLogin desk) {
    boolean safe =
        "https".equals(node.getScheme())
            || ("http".equals(node.getScheme()) && LOOPBACK.contains(node.getHost()));
    if (!safe || node.getRawQuery() != null || node.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the feed is https:// and a host; plain http only on this machine");
    }
    this.node = node.toString().replaceAll("/+$", "");
    this.desk = desk;
  }

  @Override
  public Answer page(String place) {
    String after = place.isEmpty() ? "" : "&after=" + place;
    var request =
        HttpRequest.newBuilder(URI.create(node + FEED + LIMIT + after))
            .timeout(ANSWER)
            .header("Authorization", desk.authorization())
            .header("Accept", "application/cap+xml")
            .build();
    try {
      Got got = send(request);
      return switch (got.status) {
        case 200 -> new Answer.Page(got.body);
        case 410 -> restart(got);
        case 401 -> new Answer.Refused(WRONG_KEY);
        case 408, 425, 429 -> later(got);
        default ->
            got.status >= 500
                ? later(got)
                : new Answer.Refused("The hotline answers " + got.status + title(got) + ".");
      };
    } catch (IOException e) {
      return new Answer.Later(
          "the hotline does not answer (" + e.getClass().getSimpleName() + ")", Duration.ZERO);
    }
  }

  @Override
  public Optional<CapKeyList> keys() {
    var request = HttpRequest.newBuilder(URI.create(node + KEYS)).timeout(ANSWER).build();
    try {
      Got got = send(request);
      return got.status == 200 ? Optional.of(CapKeyList.read(got.body)) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private record Got(int status, Optional<String> retryAfter, byte[] body) {}

  private Got send(HttpRequest request) throws IOException {
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
          throw new IOException("the answer is too large");
        }
        return new Got(response.statusCode(), response.headers().firstValue("Retry-After"), bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Answer restart(Got got) {
    return ReadFeedPart.placeIn(json(got).path("resync").asString(""))
        .<Answer>map(Answer.Restart::new)
        .orElseGet(() -> new Answer.Later("the answer 410 names no place", Duration.ZERO));
  }

  private static Answer later(Got got) {
    return new Answer.Later(
        "the hotline answers " + got.status + title(got),
        got.retryAfter
            .filter(text -> text.matches("[0-9]{1,4}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(Duration.ZERO));
  }

  private static String title(Got got) {
    String title = json(got).path("title").asString("");
    return title.isEmpty() ? "" : ": " + title;
  }

  private static JsonNode json(Got got) {
    try {
      return StrictJson.read(got.body, MOST_BYTES);
    } catch (Malformed e) {
      return StrictJson.read("{}".getBytes(US_ASCII));
    }
  }
}
