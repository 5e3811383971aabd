package org.homeward.console.handovers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The photos of a partner's case: nobody is shown one before a person here has looked. */
@RestController
class HeldPhotosController {

  private static final String PHOTOS = "/handovers/{id}/photos";
  private static final String PHOTO = PHOTOS + "/{photo}";

  private final HttpApi api;
  private final HttpHandovers handovers;
  private final HttpPages pages;
  private final Clock clock;

  HeldPhotosController(HttpApi api, HttpHandovers handovers, HttpPages pages, Clock clock) {
    this.api = api;
    this.handovers = handovers;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PHOTOS)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = done.equals("look") ? pages.words(request).say("held.done.look") : "";
    return show(request, HttpStatus.OK, id, told, "");
  }

  /** The browser keeps nothing of it. */
  @GetMapping(PHOTO + "/{size}")
  ResponseEntity<byte[]> picture(
      @PathVariable String id, @PathVariable String photo, @PathVariable String size) {
    if (!size.matches("96|400|1600")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(api.picture(of(id, photo) + "/" + size));
  }

  @PostMapping(PHOTO + "/look")
  ResponseEntity<String> look(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String photo,
      @RequestParam Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    return HttpFormEnd.of(pages.words(request), key)
        .saying(type -> handovers.words(request).problem(type))
        .after(
            api.post(of(id, photo) + "/look", JsonNodeFactory.instance.objectNode(), key, ""),
            _ -> HttpFormEnd.leadTo("/handovers/" + id + "/photos?done=look"),
            again -> show(request, again.status(), id, "", again.reason()));
  }

  private static String of(String id, String photo) {
    return HttpHandovers.of(id, "photos") + "/" + HttpHandovers.id(photo);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatusCode status, String id, String told, String wrong) {
    Words words = pages.words(request);
    JsonNode found = handovers.one(id).body();
    JsonNode all = api.read(HttpHandovers.of(id, "photos")).body();
    JsonNode children = handovers.content(found).path("facts").path("children");
    Person reader = HttpPages.person().orElseThrow();
    List<HeldPhotosPage.HeldPhoto> photos =
        all.path("photos")
            .valueStream()
            .map(photo -> photo(words, reader, children, photo))
            .toList();
    var page = new HeldPhotosPage(handovers.words(request).line(found), photos, told, wrong);
    return pages.show(request, status, "handovers/photos.jte", page);
  }

  private HeldPhotosPage.HeldPhoto photo(
      Words words, Person reader, JsonNode children, JsonNode photo) {
    List<String> says = new ArrayList<>();
    says.add(words.code("PhotoSource", photo.path("source").asString("")));
    if (photo.has("takenOn")) {
      says.add(words.say("police.photo.takenOn", photo.path("takenOn").asString("")));
    }
    says.add(
        words.say(
            "police.photo.saidBy",
            words.codeInText("PhotoWitness", photo.path("saidBy").asString(""))));
    says.add(words.code("PhotoLabel", photo.path("label").asString("")));
    return new HeldPhotosPage.HeldPhoto(
        photo.path("photo").asString(""),
        CaseWords.child(words, children.path(photo.path("child").asString(""))),
        photo.path("state").asString(""),
        says,
        looked(words, reader, photo.path("looked")));
  }

  private String looked(Words words, Person reader, JsonNode looked) {
    return FactWords.instant(looked.path("at"))
        .map(
            at ->
                words.say(
                    "photo.deed.looked",
                    words.say(
                        "story.by",
                        words.person(looked.path("by").asString(""), reader.id()),
                        words.dated(at, clock.instant()))))
        .orElse("");
  }
}
