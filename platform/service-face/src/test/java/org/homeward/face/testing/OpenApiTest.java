package org.homeward.face.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {

  private static final OpenApi API = OpenApi.read(Path.of("src/test/resources/openapi-trial.yaml"));
  private static final String THINGS = "/api/v1/things";
  private static final String JSON = "application/json";

  @Test
  void operationsAreMethodsAndPaths() {
    assertThat(API.operations())
        .containsExactly(
            "GET /api/v1/things",
            "GET /api/v1/things/{id}",
            "POST /api/v1/things",
            "POST /api/v1/things/{id}/end");
  }

  @Test
  void whatIsDescribedIsNoProblem() {
    assertThat(post("{\"name\":\"a\"}", "{\"name\":\"a\",\"seen\":\"2026-03-01T12:00:00Z\"}"))
        .isEmpty();
    assertThat(get(THINGS + "?kind=A&limit=7", 200, JSON, "{\"things\":[{\"name\":\"a\"}]}"))
        .isEmpty();
    assertThat(get(THINGS + "?kind=7", 200, "application/json;charset=UTF-8", "{\"things\":[]}"))
        .isEmpty();
    assertThat(get(THINGS + "/abc", 200, "application/jose", "a.b.c")).isEmpty();
    assertThat(get(THINGS + "/abc", 304, null, "")).isEmpty();
    assertThat(exchange("HEAD", THINGS + "/abc", null, "", 200, "application/jose", "")).isEmpty();
    assertThat(exchange("POST", THINGS + "/a/end", null, "", 204, null, "")).isEmpty();
  }

  @Test
  void schemasOfTheSharedContractAreFollowedFromFileToFile() {
    assertThat(post("{\"name\":\"a\"}", "{\"name\":\"a\",\"seen\":\"2026-03-01T12:00:00+01:00\"}"))
        .singleElement()
        .asString()
        .contains("/seen");
    assertThat(post("{\"name\":\"\"}", "{\"name\":\"a\"}"))
        .singleElement()
        .asString()
        .contains("request /name");
  }

  @Test
  void unknownFieldsAndWrongKindsAreProblems() {
    assertThat(get(THINGS + "?kind=A", 200, JSON, "{\"things\":[{\"name\":7}]}")).hasSize(1);
    assertThat(get(THINGS + "?kind=A", 200, JSON, "{\"things\":[],\"more\":1}")).hasSize(1);
    assertThat(get(THINGS + "?kind=A", 200, JSON, "{")).hasSize(1);
  }

  @Test
  void aStatusOrMediaTypeNobodyDescribedIsAProblem() {
    assertThat(get(THINGS + "?kind=A", 500, "application/problem+json", "{\"status\":500}"))
        .containsExactly("GET /api/v1/things 500: the status is not described");
    assertThat(get(THINGS + "/abc", 200, "text/plain", "a")).hasSize(1);
    assertThat(get(THINGS + "/abc", 200, null, "")).hasSize(1);
    assertThat(exchange("POST", THINGS + "/a/end", null, "", 204, JSON, "{}")).hasSize(1);
  }

  @Test
  void aParameterNobodyDescribedOrOfAnotherFormIsAProblem() {
    var page = "{\"things\":[]}";
    assertThat(get(THINGS + "?kind=A&x=1", 200, JSON, page)).hasSize(1);
    assertThat(get(THINGS + "?kind=A&limit=101", 200, JSON, page)).isNotEmpty();
    assertThat(get(THINGS + "?kind=C", 200, JSON, page)).hasSize(1);
    assertThat(get(THINGS, 200, JSON, page)).hasSize(1);
    assertThat(get(THINGS + "/Abc", 200, "application/jose", "a.b.c")).hasSize(1);
  }

  @Test
  void aRequestIsHeldAgainstTheDocumentOnlyWhenItWasTaken() {
    assertThat(exchange("POST", THINGS, JSON, "", 201, JSON, "{\"name\":\"a\"}")).hasSize(1);
    assertThat(exchange("POST", THINGS, "text/plain", "a", 201, JSON, "{\"name\":\"a\"}"))
        .hasSize(1);
    assertThat(exchange("POST", THINGS + "/a/end", JSON, "{}", 204, null, "")).hasSize(1);
    assertThat(
            exchange(
                "POST", THINGS, "x/y", "junk", 415, "application/problem+json", "{\"status\":415}"))
        .isEmpty();
    assertThat(exchange("POST", THINGS, JSON, "{}", 422, "application/problem+json", "{}"))
        .as("but its refusal is")
        .hasSize(1);
  }

  @Test
  void whatIsNotThereNeedsNoDescription() {
    assertThat(get("/api/v1/other", 404, "application/problem+json", "{}")).isEmpty();
    assertThat(get("/api/v1/other", 200, JSON, "{}"))
        .containsExactly("GET /api/v1/other is not described");
  }

  @Test
  void aReferenceThatLeadsNowhereIsRefused(@TempDir Path directory) throws IOException {
    var file = directory.resolve("a.yaml");
    Files.writeString(
        file, "openapi: 3.1.0\npaths:\n  /a: { get: { responses: { $ref: 'other.yaml#/x' } } }\n");

    assertThatThrownBy(() -> OpenApi.read(file)).hasMessageContaining("other.yaml");
  }

  private static List<String> get(String path, int status, String type, String body) {
    return exchange("GET", path, null, "", status, type, body);
  }

  private static List<String> post(String request, String response) {
    return exchange("POST", THINGS, JSON, request, 201, JSON, response);
  }

  private static List<String> exchange(
      String method,
      String path,
      String requestType,
      String request,
      int status,
      String responseType,
      String response) {
    return API.problems(
        method,
        path,
        requestType,
        request.getBytes(UTF_8),
        status,
        responseType,
        response.getBytes(UTF_8));
  }
}
