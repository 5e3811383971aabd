package org.homeward.alert.trial;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.homeward.schema.json.Json;
import tools.jackson.databind.JsonNode;

/** What came back over HTTP. */
public record Answer(HttpResponse<byte[]> response) {

  public int status() {
    return response.statusCode();
  }

  /** The same; fails when the status is another one. */
  public Answer is(int expected) {
    if (status() != expected) {
      throw new AssertionError(this);
    }
    return this;
  }

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return Json.mapper().readTree(response.body());
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** The last part of the problem's type; empty when it is no problem. */
  public String problem() {
    return header("Content-Type").orElse("").equals("application/problem+json")
        ? json().path("type").asString().replace("urn:homeward:problem:", "")
        : "";
  }

  @Override
  public String toString() {
    return status() + " " + text();
  }
}
