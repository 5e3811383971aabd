package org.homeward.console.photos;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
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
import tools.jackson.databind.node.ObjectNode;

/** One photo, and what people do with it, each with its effect before it is pressed. */
@RestController
class PhotoController {

  private static final List<String> SOURCES =
      List.of("FAMILY", "CHILD", "SCHOOL", "POLICE", "INTERNET");
  private static final String PHOTO = "/cases/{id}/photos/{photo}";

  private static final Set<String> DONE =
      Set.of(
          "sent",
          "waits",
          "look",
          "show",
          "description",
          "release",
          "share",
          "propose",
          "confirm",
          "take-back",
          "lock",
          "hand-over",
          "destroy");

  private static final List<String> FIELDS =
      List.of(
          "source",
          "takenOn",
          "saidBy",
          "label",
          "reference",
          "knownBy",
          "childSays",
          "ground",
          "left",
          "top",
          "width",
          "height");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  PhotoController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(PHOTO)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String photo,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("photo.done." + done) : "";
    return show(
        request, HttpStatus.OK, id, photo, told, Map.of(), Map.of(), HttpFormEnd.freshKey());
  }

  /** The browser keeps nothing of it. */
  @GetMapping(PHOTO + "/{size}")
  ResponseEntity<byte[]> picture(
      @PathVariable String id, @PathVariable String photo, @PathVariable String size) {
    if (!size.matches("96|400|1600|veiled|public-400|public-1600")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(api.picture(address(id, photo) + "/" + size));
  }

  @PostMapping(PHOTO + "/{what}")
  ResponseEntity<String> act(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String photo,
      @PathVariable String what,
      @RequestParam Map<String, String> form) {
    boolean isKnown =
        what.equals("withdraw") || (DONE.contains(what) && !Set.of("sent", "waits").contains(what));
    if (!isKnown) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    boolean isOfVersion =
        Set.of("description", "release", "share", "propose", "confirm").contains(what);
    String seen = isOfVersion ? form.getOrDefault("seen", "") : "";
    String next =
        what.equals("withdraw")
            ? "/cases/" + id + "/photos?done=withdraw"
            : "/cases/" + id + "/photos/" + photo + "?done=" + what;
    return HttpFormEnd.of(words, key)
        .after(
            api.post(address(id, photo) + "/" + path(what), body(what, form), key, seen),
            _ -> HttpFormEnd.leadTo(next),
            again ->
                show(request, again.status(), id, photo, "", form, again.wrong(), again.key()));
  }

  private static String path(String what) {
    return switch (what) {
      case "propose" -> "public";
      case "confirm", "take-back" -> "public/" + what;
      default -> what;
    };
  }

  private static ObjectNode body(String what, Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (what.equals("propose")) {
      body.put("showsNobodyElse", form.containsKey("showsNobodyElse"));
      CropForm.put(body, form);
    }
    List<String> fields =
        switch (what) {
          case "description" -> List.of("source", "takenOn", "saidBy", "label");
          case "propose" -> List.of("childSays", "knownBy");
          case "confirm" ->
              form.getOrDefault("ground", "").equals("KNOWS_CHILD")
                  ? List.of("ground")
                  : List.of("ground", "reference");
          case "hand-over", "destroy" -> List.of("reference");
          default -> List.of();
        };
    for (String field : fields) {
      String typed = form.getOrDefault(field, "").strip();
      if (!typed.isEmpty()) {
        body.put(field, typed);
      }
    }
    return body;
  }

  private static String address(String id, String photo) {
    return "/api/v1/cases/" + PathId.of(id) + "/photos/" + PathId.of(photo);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String photoId,
      String told,
      Map<String, String> form,
      Map<String, String> wrong,
      String key) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    JsonNode found = api.read("/api/v1/cases/" + PathId.of(id)).body();
    JsonNode photo =
        api.read("/api/v1/cases/" + id + "/photos")
            .body()
            .path("photos")
            .valueStream()
            .filter(each -> each.path("photo").asString("").equals(photoId))
            .findFirst()
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    String child = PhotosController.who(words, found, photo.path("child").asString(""));
    var story = new PhotoStory(words, reader, clock.instant());
    Map<String, String> typed = new HashMap<>();
    for (String field : FIELDS) {
      String known = photo.path("says").path(field).asString("");
      typed.put(field, form.isEmpty() ? known : form.getOrDefault(field, known));
    }
    var page =
        new PhotoPage(
            id,
            photoId,
            CaseWords.code(node, id),
            CaseWords.children(words, found.path("facts")),
            found.path("exercise").asBoolean(false),
            child,
            photo.path("state").asString(""),
            reader.takesReports() ? story.picture(id, photo, "1600") : "",
            story.alternative(photo, child),
            story.deeds(photo),
            story.claims(photo),
            photo.has("public") && reader.takesReports()
                ? "/cases/" + id + "/photos/" + photoId + "/public-400"
                : "",
            story.sayings(photo),
            photo.has("fromTip") ? List.of("TIP") : SOURCES,
            photo.has("says"),
            can(reader, photo),
            "\"" + photo.path("version").asLong(0) + "\"",
            key,
            told,
            typed,
            wrong);
    return pages.show(request, status, "photos/photo.jte", page);
  }

  /** The actions that this person may take with the photo as it stands. */
  private static List<String> can(Person reader, JsonNode photo) {
    if (!reader.takesReports()) {
      return List.of();
    }
    List<String> can = new ArrayList<>();
    switch (photo.path("state").asString("")) {
      case "UNSEEN" -> can.addAll(List.of("look", "withdraw", "lock"));
      case "WAITS" -> {
        if (reader.is("supervisor")) {
          can.addAll(List.of(photo.has("looked") ? "show" : "look", "withdraw"));
        }
        can.add("lock");
      }
      case "SEEN" -> {
        can.addAll(List.of("description", "withdraw", "lock"));
        if (photo.has("says") && reader.isOnCases()) {
          can.add("release");
        }
      }
      case "RELEASED" -> {
        can.addAll(List.of("description", "withdraw", "lock"));
        if (!photo.has("shared") && reader.is("supervisor")) {
          can.add("share");
        }
        can.addAll(ofPublic(reader, photo));
      }
      case "LOCKED" -> {
        if (reader.is("supervisor")) {
          can.add(photo.has("handedOver") ? "destroy" : "hand-over");
        }
      }
      default -> {} // nothing is left of it
    }
    if (photo.has("fromTip")
        && photo.path("uploaded").path("by").asString("").equals(reader.id())) {
      can.remove("withdraw"); // another person than who took it over
    }
    return can;
  }

  /** One proposes, another one confirms; each of the team takes it back. */
  private static List<String> ofPublic(Person reader, JsonNode photo) {
    JsonNode wish = photo.path("public");
    List<String> can = new ArrayList<>();
    if (!wish.isMissingNode()) {
      can.add("take-back");
    }
    if (wish.isMissingNode() && reader.isOnCases() && photo.path("says").has("takenOn")) {
      can.add("propose");
    }
    boolean isOwn = wish.path("proposed").path("by").asString("").equals(reader.id());
    if (wish.has("proposed") && !wish.has("confirmed") && !isOwn && reader.isOnCases()) {
      can.add("confirm");
    }
    return can;
  }
}
