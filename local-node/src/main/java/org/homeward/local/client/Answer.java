package org.homeward.local.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer of a node. */
public record Answer(int status, HttpHeaders headers, String body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Empty when the header is absent. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public String etag() {
    return header("ETag");
  }

  /** An empty object when the body is no JSON. */
  public JsonNode json() {
    return header("Content-Type").contains("json") && !body.isEmpty()
        ? JSON.readTree(body)
        : JSON.createObjectNode();
  }

  /** A text of the body's top level, empty when it is not there. */
  public String text(String field) {
    return json().path(field).asString("");
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public boolean isProblem() {
    return status >= 400 && header("Content-Type").startsWith("application/problem+json");
  }

  /** The body may hold personal data; status and kind of problem never do. */
  @Override
  public String toString() {
    return isProblem() ? status + " " + text("type") : Integer.toString(status);
  }
}
