package org.homeward.console.health;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How the services are: what stands still, and what to do about it. */
@RestController
class NodeController {

  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  NodeController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/node")
  ResponseEntity<String> read(HttpServletRequest request) {
    return pages.show(request, "health/node.jte", page(request));
  }

  @GetMapping("/node/list")
  ResponseEntity<String> list(HttpServletRequest request) {
    return pages.show(request, "health/list.jte", page(request));
  }

  private NodePage page(HttpServletRequest request) {
    Words words = pages.words(request);
    return new NodePage(
        SERVICES.stream().map(name -> service(words, name)).toList(), quarantine(words));
  }

  /** A service that does not answer is what the page has to say, and no failure of it. */
  private NodePage.Service service(Words words, String name) {
    return switch (api.get("/api/v1/health/" + name)) {
      case Answer.Done(_, JsonNode health, _) -> service(words, name, health);
      case Answer.Refused(int status, _, _) when status == 429 || status >= 500 -> silent(name);
      case Answer.Refused refused -> throw HttpApi.failure(refused);
      case Answer.Away _ -> silent(name);
    };
  }

  private static NodePage.Service silent(String name) {
    return new NodePage.Service(name, false, List.of(), List.of());
  }

  static NodePage.Service service(Words words, String name, JsonNode health) {
    List<NodePage.Part> parts =
        health.path("parts").valueStream().map(part -> part(words, name, part)).toList();
    Stream<String> putAside =
        health
            .path("readers")
            .valueStream()
            .filter(reader -> reader.path("putAside").asLong(0) > 0)
            .map(
                reader ->
                    words.say(
                        "node.putAside",
                        reader.path("topic").asString(""),
                        reader.path("putAside").asLong(0)));
    return new NodePage.Service(name, true, parts, putAside.toList());
  }

  private static NodePage.Part part(Words words, String service, JsonNode part) {
    String key = "todo." + part.path("code").asString("");
    boolean isKnown = words.has(key);
    return new NodePage.Part(
        part.path("part").asString(""),
        part.path("status").asString(""),
        isKnown
            ? words.say(key, part.path("topic").asString(""), service)
            : part.path("whatToDo").asString(""),
        !isKnown,
        part.path("because")
            .propertyStream()
            .map(each -> words.code("because", each.getKey()) + ": " + each.getValue().asString(""))
            .toList());
  }

  private String quarantine(Words words) {
    if (api.get("/api/v1/quarantine") instanceof Answer.Done(_, JsonNode found, _)
        && found.path("quarantined").asBoolean(false)) {
      String since =
          FactWords.instant(found.path("since"))
              .map(at -> words.when(at, clock.instant()))
              .orElse("");
      return words.say(
          found.has("proposedBy") ? "node.quarantine.proposed" : "node.quarantine", since);
    }
    return "";
  }
}
