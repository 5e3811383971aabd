package org.homeward.console.handovers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.partners.HttpPartners;
import org.homeward.face.problem.FaceProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The questions of this room's pages to the API. */
final class HttpHandovers {

  static final String PATH = "/api/v1/handovers";

  private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final HttpApi api;
  private final HttpPartners partners;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  HttpHandovers(HttpApi api, HttpPartners partners, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.partners = partners;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  /** An id in an address of a page, before it becomes part of an address of the API. */
  static String id(String given) {
    if (!given.matches(UUIDS)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return given;
  }

  static String of(String handover, String part) {
    return PATH + "/" + id(handover) + "/" + part;
  }

  /** Of one handover, as a page needs it. */
  Answer.Done one(String handover) {
    return api.read(PATH + "/" + id(handover));
  }

  /** Nothing for a role that may not read it, and while it cannot be read. */
  JsonNode perhaps(String path) {
    return api.get(path) instanceof Answer.Done(_, JsonNode found, _)
        ? found
        : JsonNodeFactory.instance.objectNode();
  }

  /** The facts that the holder was told; nothing for others. */
  JsonNode content(JsonNode handover) {
    boolean told = !HandoverWords.isOwned(handover) && handover.has("scope");
    return told
        ? perhaps(of(handover.path("id").asString(""), "content"))
        : JsonNodeFactory.instance.objectNode();
  }

  HandoverWords words(HttpServletRequest request) {
    return new HandoverWords(pages.words(request), node, partners.names(), clock.instant());
  }
}
