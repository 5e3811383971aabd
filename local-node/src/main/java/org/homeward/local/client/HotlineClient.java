package org.homeward.local.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** One person of the hotline, who sends requests with a token to the gateway. */
public final class HotlineClient {
  private static final String NOTHING = "";

  private final Http http;
  private final URI door;
  private final Tokens tokens;
  private final String login;

  public HotlineClient(Http http, URI door, Tokens tokens, String login) {
    this.http = http;
    this.door = door;
    this.tokens = tokens;
    this.login = login;
  }

  /** An Idempotency-Key for a new request; a repeat uses the same one. */
  public static String newKey() {
    return UUID.randomUUID().toString();
  }

  /** Opens a case by its first report. */
  public Answer open(String report, String key) {
    return post("/api/v1/reports", report, key, NOTHING);
  }

  public Answer join(String caseId, String report, String key) {
    return post(ofCase(caseId) + "/reports", report, key, NOTHING);
  }

  public Answer amend(String caseId, String reportId, String patch, String etag) {
    var request =
        to(ofReport(caseId, reportId))
            .header("Content-Type", "application/merge-patch+json")
            .header("If-Match", etag)
            .method("PATCH", BodyPublishers.ofString(patch));
    return http.send(request.build());
  }

  public Answer release(String caseId, String reportId, String desk, String etag, String key) {
    String body = "{\"desk\": \"%s\", \"basis\": \"VITAL_INTEREST\"}".formatted(desk);
    return post(ofReport(caseId, reportId) + "/release", body, key, etag);
  }

  /** Records that police found no order that concerns its children; alerts wait for that. */
  public Answer checkOrders(String caseId, String key) {
    String checked =
        """
        {"finding": "NONE_FOUND", "reference": "KU 417/26", "officer": "Marković, Novi Sad"}
        """;
    return post(ofCase(caseId) + "/orders-checked", checked, key, NOTHING);
  }

  /** Adds a photo of a child, a JPEG. */
  public Answer photo(String caseId, String child, byte[] jpeg, String key) {
    var request =
        to(ofChild(caseId, child) + "/photos")
            .header("Idempotency-Key", key)
            .header("Content-Type", "image/jpeg")
            .POST(BodyPublishers.ofByteArray(jpeg));
    return http.send(request.build());
  }

  /** Does something with a photo, as {@code release}, whatever its version. */
  public Answer photo(String caseId, String photo, String what, String body) {
    return post(ofCase(caseId) + "/photos/" + photo + "/" + what, body, newKey(), "*");
  }

  public Answer freeze(String caseId, String key) {
    return post(ofCase(caseId) + "/freeze", NOTHING, key, NOTHING);
  }

  public Answer located(String caseId, String child, String key) {
    return post(ofChild(caseId, child) + "/located", NOTHING, key, NOTHING);
  }

  public Answer end(String caseId, String child, String ending, String key) {
    return post(ofChild(caseId, child) + "/end", ending, key, NOTHING);
  }

  public Answer read(String caseId) {
    return get(ofCase(caseId));
  }

  public Answer get(String path) {
    return send(to(path).build());
  }

  public Answer send(HttpRequest request) {
    return http.send(request);
  }

  /**
   * Sends a command.
   *
   * @param body JSON, or empty for none
   * @param etag for If-Match, or empty for none
   */
  public Answer post(String path, String body, String key, String etag) {
    var request = to(path).header("Idempotency-Key", key);
    if (!etag.isEmpty()) {
      request.header("If-Match", etag);
    }
    if (body.isEmpty()) {
      return http.send(request.POST(BodyPublishers.noBody()).build());
    }
    request.header("Content-Type", "application/json");
    return http.send(request.POST(BodyPublishers.ofString(body)).build());
  }

  /** A request with this person's token. */
  public HttpRequest.Builder to(String path) {
    return Http.to(door.resolve(path)).header("Authorization", "Bearer " + tokens.of(login));
  }

  private static String ofCase(String id) {
    return "/api/v1/cases/" + id;
  }

  private static String ofReport(String caseId, String id) {
    return ofCase(caseId) + "/reports/" + id;
  }

  private static String ofChild(String caseId, String id) {
    return ofCase(caseId) + "/children/" + id;
  }
}
