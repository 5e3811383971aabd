package org.homeward.console.owners;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends the sighting of a tip to the hotline abroad that owns its case. */
@RestController
class OwnerController {

  private static final String OWNER = "/tips/{id}/owner";
  private static final String TIPS = "/api/v1/tips/";
  private static final String HANDOVERS = "/api/v1/handovers/";

  /** A hotline tells a hotline: the task that the law gives both. */
  private static final String BASIS = "PUBLIC_TASK";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  OwnerController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(OWNER)
  ResponseEntity<String> preview(HttpServletRequest request, @PathVariable String id) {
    return show(request, HttpStatus.OK, id, told(id), HttpFormEnd.freshKey(), "");
  }

  /** Sends exactly the sighting that was shown, once for all presses; then the tip says so. */
  @PostMapping(OWNER)
  ResponseEntity<String> send(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    Answer found = api.get(place(id) + "/sighting");
    if (found instanceof Answer.Refused(_, String type, _) && type.equals("tip-sent")) {
      return HttpFormEnd.leadTo("/tips/" + PathId.of(id) + "?done=sent");
    }
    if (!(found instanceof Answer.Done told)) {
      throw HttpApi.failure(found);
    }
    if (!told.etag().equals(form.getOrDefault("seen", ""))) {
      String changed = words.say("tips.changed");
      return show(request, HttpStatus.CONFLICT, id, told, HttpFormEnd.freshKey(), changed);
    }
    String handover = PathId.of(told.body().path("handover").asString(""));
    ObjectNode sighting = JsonNodeFactory.instance.objectNode();
    sighting.set("says", told.body().path("says"));
    sighting.put("basis", BASIS);
    return HttpFormEnd.of(words, key)
        .saying(type -> ToOwner.problem(words, type))
        .after(
            api.post(HANDOVERS + handover + "/sightings", sighting, onceFor(id, sighting), ""),
            sent -> recorded(request, id, told, sent.body(), key),
            again -> show(request, again.status(), id, told, again.key(), again.one()));
  }

  /** Of the words themselves: the same words go once, whatever form they were pressed in. */
  private static String onceFor(String tip, ObjectNode sighting) {
    return UUID.nameUUIDFromBytes((tip + sighting).getBytes(UTF_8)).toString();
  }

  /**
   * It is sent, whatever has become of the tip meanwhile. Where the tip says that another sighting
   * went, this one is taken back at once: the tip has a place for one, and nobody would later.
   */
  private ResponseEntity<String> recorded(
      HttpServletRequest request, String id, Answer.Done told, JsonNode sent, String key) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("handover", told.body().path("handover").asString(""));
    body.put("sighting", sent.path("sighting").asString(""));
    Answer said = api.post(place(id) + "/sent", body, key + "/sent", "*");
    boolean isSecond = said instanceof Answer.Refused(_, String type, _) && type.equals("tip-sent");
    Answer ended = isSecond ? takenBack(body, key) : said; // upholds 7
    return ended instanceof Answer.Done
        ? HttpFormEnd.leadTo("/tips/" + id + "?done=sent")
        : show(
            request,
            HttpStatus.SERVICE_UNAVAILABLE,
            id,
            told,
            HttpFormEnd.freshKey(),
            pages.words(request).say(isSecond ? "tips.owner.second" : "tips.owner.unrecorded"));
  }

  private Answer takenBack(ObjectNode sent, String key) {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("what", "SIGHTING_WITHDRAWN").put("sighting", sent.path("sighting").asString(""));
    String place = HANDOVERS + PathId.of(sent.path("handover").asString("")) + "/proposals";
    return api.post(place, wish, key + "/back", "");
  }

  private Answer.Done told(String id) {
    return api.read(place(id) + "/sighting");
  }

  private static String place(String id) {
    return TIPS + PathId.of(id);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      Answer.Done told,
      String key,
      String wrong) {
    var facts = new FactWords(pages.words(request), clock.instant()).zoned();
    var page =
        new OwnerPage(
            id,
            told.body().path("exercise").asBoolean(false),
            facts.ofCase(told.body().path("says")),
            told.etag(),
            key,
            wrong);
    return pages.show(request, status, "owners/owner.jte", page);
  }
}
