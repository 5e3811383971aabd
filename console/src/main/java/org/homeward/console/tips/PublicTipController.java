package org.homeward.console.tips;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.face.door.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The form of the public. It knows nobody: no session, no cookie but the language. */
@RestController
class PublicTipController {

  static final String TIP = "/tip";

  /** Where the form goes when it may have a picture: the door takes larger bodies there. */
  static final String PICTURED = TIP + "/pictured";

  private static final Pattern REFERENCE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

  private final HttpApi api;
  private final HttpPages pages;
  private final Clients clients;
  private final TipSettings settings;

  PublicTipController(HttpApi api, HttpPages pages, Clients clients, TipSettings settings) {
    this.api = api;
    this.pages = pages;
    this.clients = clients;
    this.settings = settings;
  }

  /**
   * @param reference of the notice from which somebody comes
   */
  @GetMapping({TIP, PICTURED})
  ResponseEntity<String> read(
      HttpServletRequest request, @RequestParam(defaultValue = "") String reference) {
    TypedTip form =
        REFERENCE.matcher(reference).matches()
            ? new TypedTip(Map.of("reference", reference), Map.of())
            : TypedTip.EMPTY;
    return show(request, HttpStatus.OK, form, HttpFormEnd.freshKey(), false, "");
  }

  @PostMapping(TIP)
  ResponseEntity<String> send(HttpServletRequest request, @RequestParam Map<String, String> form) {
    return send(request, form, new byte[0]);
  }

  /** Without a picture it is a tip like any other. */
  @PostMapping(path = PICTURED, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> sendPictured(
      HttpServletRequest request,
      @RequestParam Map<String, String> form,
      @RequestParam(required = false) @Nullable MultipartFile picture)
      throws IOException {
    return send(request, form, picture == null ? new byte[0] : picture.getBytes());
  }

  private ResponseEntity<String> send(
      HttpServletRequest request, Map<String, String> form, byte[] picture) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    TipForm tip = TipForm.of(form, words);
    if (!isOurs(request)) {
      // No other site makes its visitors send tips: they see what it says and press for themselves.
      return notReceived(
          request, HttpStatus.FORBIDDEN, new TypedTip(form, Map.of()), words.say("tip.elsewhere"));
    }
    if (!tip.wrong().isEmpty()) {
      return notReceived(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          new TypedTip(form, tip.wrong()),
          words.problem("invalid"));
    }
    return switch (answer(tip, picture, form, key, clients.of(request).orElse(""))) {
      case Answer.Done _ ->
          show(request, HttpStatus.OK, TypedTip.EMPTY, HttpFormEnd.freshKey(), true, "");
      case Answer.Refused refused ->
          notReceived(
              request,
              HttpStatusCode.valueOf(refused.status()),
              new TypedTip(form, wrong(words, refused)),
              words.problem(refused.type()));
      case Answer.Away _ -> {
        // The same key: it may have arrived, and is stored once.
        var typed = new TypedTip(form, Map.of());
        var page = new PublicTipPage(typed, key, false, "", true, settings);
        yield pages.show(request, HttpStatus.SERVICE_UNAVAILABLE, "tips/public.jte", page);
      }
    };
  }

  private Answer answer(
      TipForm tip, byte[] picture, Map<String, String> form, String key, String client) {
    if (picture.length == 0) {
      return api.postForAnybody("/api/v1/tips", tip.body(), key, client);
    }
    tip.body().put("picture", picture);
    tip.body().put("showsMe", form.containsKey("showsMe"));
    return api.postPictureForAnybody("/api/v1/tips/pictured", tip.body(), key, client);
  }

  /** A browser says where a form came from; a program without one may send it too. */
  private boolean isOurs(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null
        ? origin == null || settings.isOwn(origin)
        : site.equals("same-origin") || site.equals("none");
  }

  private static Map<String, String> wrong(Words words, Answer.Refused refused) {
    Map<String, String> wrong = new HashMap<>();
    for (Answer.Wrong error : refused.errors()) {
      String field = error.pointer().substring(error.pointer().indexOf('/') + 1);
      wrong.put(field.equals("seenAt") ? "day" : field, words.rule(error.rule()));
    }
    return wrong;
  }

  /** With a fresh key, because nothing has happened. */
  private ResponseEntity<String> notReceived(
      HttpServletRequest request, HttpStatusCode status, TypedTip form, String why) {
    return show(request, status, form, HttpFormEnd.freshKey(), false, why);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      TypedTip form,
      String key,
      boolean stored,
      String failed) {
    var page = new PublicTipPage(form, key, stored, failed, settings);
    return pages.show(request, status, "tips/public.jte", page);
  }
}
