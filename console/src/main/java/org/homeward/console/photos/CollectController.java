package org.homeward.console.photos;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
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

/** A supervisor takes a locked picture to police, as a file that nobody here can open. */
@RestController
class CollectController {

  private static final String UPLOAD = "/cases/{id}/{uploads:photos|attachments}/{upload}/collect";
  private static final String TIP = "/tips/{id}/picture/collect";
  private static final MediaType JOSE = MediaType.parseMediaType("application/jose");

  private final HttpApi api;
  private final HttpPages pages;

  CollectController(HttpApi api, HttpPages pages) {
    this.api = api;
    this.pages = pages;
  }

  /**
   * Which locked picture.
   *
   * @param path below {@code /api/v1}, and here
   * @param back its page
   */
  private record Locked(String path, String back, String id) {

    static Locked ofCase(String id, String uploads, String upload) {
      String path = "/cases/" + PathId.of(id) + "/" + uploads + "/" + PathId.of(upload);
      return new Locked(path, path, upload);
    }

    static Locked ofTip(String id) {
      String tip = "/tips/" + PathId.of(id);
      return new Locked(tip + "/picture", tip, id);
    }
  }

  @GetMapping(UPLOAD)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String uploads,
      @PathVariable String upload) {
    JsonNode all = api.read("/api/v1/cases/" + PathId.of(id) + "/" + uploads).body();
    String one = uploads.equals("photos") ? "photo" : "attachment";
    JsonNode found =
        all.path(uploads)
            .valueStream()
            .filter(each -> each.path(one).asString("").equals(upload))
            .findFirst()
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return first(request, Locked.ofCase(id, uploads, upload), found, all);
  }

  @GetMapping(TIP)
  ResponseEntity<String> read(HttpServletRequest request, @PathVariable String id) {
    JsonNode tip = api.read("/api/v1/tips/" + PathId.of(id)).body();
    return first(request, Locked.ofTip(id), tip.path("picture"), tip);
  }

  private ResponseEntity<String> first(
      HttpServletRequest request, Locked locked, JsonNode picture, JsonNode of) {
    boolean supervises = HttpPages.person().orElseThrow().is("supervisor");
    boolean isHandedOver =
        picture.path("state").asString("").equals("LOCKED") && picture.has("handedOver");
    if (!supervises || !isHandedOver) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    boolean exercise = of.path("exercise").asBoolean(false);
    return show(
        request,
        HttpStatus.OK,
        new CollectPage(locked.back(), exercise, HttpFormEnd.freshKey(), Map.of(), Map.of()));
  }

  @PostMapping(UPLOAD)
  ResponseEntity<?> collect(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String uploads,
      @PathVariable String upload,
      @RequestParam Map<String, String> form) {
    return collect(request, Locked.ofCase(id, uploads, upload), form);
  }

  @PostMapping(TIP)
  ResponseEntity<?> collect(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return collect(request, Locked.ofTip(id), form);
  }

  private ResponseEntity<?> collect(
      HttpServletRequest request, Locked locked, Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String field : new String[] {"reference", "fingerprint"}) {
      String typed = form.getOrDefault(field, "").strip();
      if (!typed.isEmpty()) {
        body.put(field, typed);
      }
    }
    String key = form.getOrDefault("key", "");
    return switch (api.file("/api/v1" + locked.path() + "/collect", body, key)) {
      case HttpApi.Filed.Given(byte[] content) -> saved(locked.id(), content);
      case HttpApi.Filed.None(Answer why) -> again(request, locked, form, why, key);
    };
  }

  /** No browser keeps it, and none shows it. */
  private static ResponseEntity<byte[]> saved(String id, byte[] content) {
    String saved = ContentDisposition.attachment().filename(id + ".jwe").build().toString();
    return ResponseEntity.ok()
        .contentType(JOSE)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", saved)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(content);
  }

  private ResponseEntity<String> again(
      HttpServletRequest request, Locked locked, Map<String, String> form, Answer why, String key) {
    if (why instanceof Answer.Refused(int status, _, _) && (status == 404 || status == 403)) {
      throw HttpApi.failure(why);
    }
    boolean exercise = form.getOrDefault("exercise", "").equals("true");
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            why,
            _ -> HttpFormEnd.leadTo(locked.back()),
            again -> {
              Map<String, String> typed =
                  Map.of(
                      "reference", form.getOrDefault("reference", ""),
                      "fingerprint", form.getOrDefault("fingerprint", ""));
              var page =
                  new CollectPage(locked.back(), exercise, again.key(), typed, again.wrong());
              return show(request, again.status(), page);
            });
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatusCode status, CollectPage page) {
    return pages.show(request, status, "photos/collect.jte", page);
  }
}
