package org.homeward.console.partners;

import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.face.problem.FaceProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The questions of pages about partners. */
public final class HttpPartners {

  static final String PATH = "/api/v1/partners";

  private final HttpApi api;

  public HttpPartners(HttpApi api) {
    this.api = api;
  }

  /** A partner in an address of a page, before it becomes part of an address of the API. */
  public static String slug(String given) {
    if (!given.matches("[a-z]{2,8}")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return given;
  }

  /** The registry with its partners. */
  public JsonNode registry() {
    return api.read(PATH).body();
  }

  /** The name of each partner; without the registry partners have their slugs only. */
  public Map<String, String> names() {
    return names(perhaps(PATH));
  }

  /** The same of a registry that was read. */
  public static Map<String, String> names(JsonNode registry) {
    return registry
        .path("partners")
        .valueStream()
        .collect(
            Collectors.toMap(
                partner -> partner.path("node").asString(""),
                partner ->
                    partner.path("organisation").asString("")
                        + " ("
                        + partner.path("country").asString("")
                        + ")",
                (first, _) -> first));
  }

  /** Whether two people have to open the node before anything goes to partners. */
  public boolean isQuarantined() {
    return perhaps("/api/v1/quarantine").path("quarantined").asBoolean(false);
  }

  /** Nothing for a role that may not read it, and while it cannot be read. */
  private JsonNode perhaps(String path) {
    return api.get(path) instanceof Answer.Done(_, JsonNode found, _)
        ? found
        : JsonNodeFactory.instance.objectNode();
  }
}
