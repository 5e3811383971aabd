package org.homeward.console.cases;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.schema.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends decisions about a case as a page has shown it. The answers of police are part of the case,
 * and each makes another version of it; a decision about something else stands all the same.
 */
final class HttpSeenCase {

  private static final String POLICE = "police-notice.";

  private final HttpApi api;

  HttpSeenCase(HttpApi api) {
    this.api = api;
  }

  /** All of the case that a decision can be about. */
  static String digest(JsonNode found) {
    ObjectNode matter = JsonNodeFactory.instance.objectNode();
    matter.setAll((ObjectNode) found);
    matter.remove(List.of("version", "tasks"));
    ArrayNode told = matter.putArray("timeline");
    found
        .path("timeline")
        .valueStream()
        .filter(event -> !event.path("type").asString("").startsWith(POLICE))
        .forEach(told::add);
    try {
      byte[] bytes = Json.mapper().writeValueAsBytes(matter);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For a form that was refused with 412: what others have done since its page was shown. */
  static Meanwhile meanwhile(
      JsonNode found,
      HttpStatusCode status,
      Map<String, String> form,
      Words words,
      String node,
      Instant now) {
    if (!status.equals(HttpStatus.PRECONDITION_FAILED)) {
      return Meanwhile.nothing(digest(found), now);
    }
    var story =
        new CaseStory(words, node, HttpPages.person().orElseThrow(), now, Map.of()).story(found);
    return Meanwhile.since(form.getOrDefault("shown", ""), digest(found), story, now);
  }

  /**
   * @param path of the decision
   * @param form with the key, and with what the page had {@code seen} and what that {@code was}
   */
  Answer post(String path, String caseId, ObjectNode body, Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    Answer answer = api.post(path, body, key, form.getOrDefault("seen", ""));
    String was = form.getOrDefault("was", "");
    boolean isStale =
        answer instanceof Answer.Refused(int status, _, _)
            && status == HttpStatus.PRECONDITION_FAILED.value();
    return isStale
            && !was.isEmpty()
            && api.get("/api/v1/cases/" + caseId)
                instanceof Answer.Done(_, JsonNode now, String etag)
            && digest(now).equals(was)
        ? api.post(path, body, key, etag)
        : answer;
  }
}
