package org.homeward.console.photos;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** The photos of a case, and the form that sends another one. */
@RestController
class PhotosController {

  private static final String PHOTOS = "/cases/{id}/photos";
  private static final Set<String> DONE = Set.of("withdraw");
  private static final HttpStatusCode UNPROCESSABLE = HttpStatusCode.valueOf(422);

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  PhotosController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(PHOTOS)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("photo.done." + done) : "";
    return show(request, HttpStatus.OK, id, "", false, told, "", HttpFormEnd.freshKey());
  }

  /** Without JavaScript: a form with a file. */
  @PostMapping(PHOTOS)
  ResponseEntity<String> send(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable MultipartFile picture,
      @RequestParam(defaultValue = "") String child,
      @RequestParam(defaultValue = "false") boolean sentByChild,
      @RequestParam(defaultValue = "") String key) {
    Words words = pages.words(request);
    if (picture == null || picture.isEmpty()) {
      return show(
          request, UNPROCESSABLE, id, child, sentByChild, "", words.say("photo.choose"), key);
    }
    String type = Objects.requireNonNullElse(picture.getContentType(), "");
    String path = "/api/v1/cases/" + PathId.of(id) + "/children/" + PathId.of(child) + "/photos";
    String given = type.startsWith("image/") ? type : "image/unknown";
    return HttpFormEnd.of(words, key)
        .after(
            api.post(sentByChild ? path + "?sentByChild=true" : path, bytes(picture), given, key),
            done ->
                HttpFormEnd.leadTo(
                    "/cases/"
                        + id
                        + "/photos/"
                        + done.body().path("photo").asString("")
                        + (sentByChild ? "?done=waits" : "?done=sent")),
            again ->
                show(
                    request,
                    again.status(),
                    id,
                    child,
                    sentByChild,
                    "",
                    again.reason(),
                    again.key()));
  }

  static byte[] bytes(MultipartFile picture) {
    try {
      return picture.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String child,
      boolean sentByChild,
      String told,
      String wrong,
      String key) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    JsonNode found = api.read("/api/v1/cases/" + PathId.of(id)).body();
    JsonNode all = api.read("/api/v1/cases/" + id + "/photos").body();
    var story = new PhotoStory(words, reader, clock.instant());
    List<PhotosPage.Thumb> thumbs = new ArrayList<>();
    for (JsonNode photo : all.path("photos")) {
      String who = who(words, found, photo.path("child").asString(""));
      thumbs.add(
          new PhotosPage.Thumb(
              photo.path("photo").asString(""),
              photo.path("state").asString(""),
              reader.takesReports() ? story.picture(id, photo, "400") : "",
              story.alternative(photo, who),
              story.deeds(photo).stream().findFirst().orElse(""),
              who));
    }
    var page =
        new PhotosPage(
            id,
            CaseWords.code(node, id),
            CaseWords.children(words, found.path("facts")),
            found.path("exercise").asBoolean(false),
            takes(reader, found, node),
            children(words, found),
            child,
            sentByChild,
            thumbs,
            key,
            told,
            wrong);
    return pages.show(request, status, "photos/photos.jte", page);
  }

  /** Nothing is added to a case that has ended or that another node owns. */
  static boolean takes(Person reader, JsonNode found, String node) {
    return reader.takesReports()
        && found.path("home").asString("").equals(node)
        && !found.path("standing").asString("").equals("ENDED");
  }

  private static List<PhotosPage.Child> children(Words words, JsonNode found) {
    return found.path("children").propertyNames().stream()
        .map(child -> new PhotosPage.Child(child, who(words, found, child)))
        .toList();
  }

  /** A child of whom nothing is said is still a child. */
  static String who(Words words, JsonNode found, String child) {
    return CaseWords.child(words, found.path("facts").path("children").path(child));
  }
}
