package org.homeward.console.notices;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpApi.OpenPicture;
import org.homeward.console.notices.NoticePage.Notice;
import org.homeward.console.notices.NoticePage.State;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.Words;
import org.homeward.face.door.Clients;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Public notices. A page of a code that is not active has the same bytes for every code, so nothing
 * of the request stands in it; a page that shows something loads itself again, and is empty soon
 * after the notice is over.
 */
@RestController
class NoticesController {

  static final String NOTICE = "/n/{code}";
  static final String PHOTO = NOTICE + "/photos/{number}/{size}";
  static final String NOTICES = "/notices";

  private static final String API = "/api/v1/public/notices";
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,20}");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /** Asks for anything, a code or not, so that every answer costs the same. */
  private static final String NO_CODE = "none";

  private static final String REFRESH = "Refresh";
  private static final String EVERY_MINUTE = "60";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clients clients;
  private final NoticeSettings settings;
  private final Clock clock;

  NoticesController(
      HttpApi api, HttpPages pages, Clients clients, NoticeSettings settings, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clients = clients;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping(NOTICE)
  ResponseEntity<String> notice(
      HttpServletRequest request,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String language) {
    Words words = words(request, language);
    String asked = CODE.matcher(code).matches() ? code : NO_CODE;
    Answer answer = api.getForAnybody(API + "/" + asked, clients.of(request).orElse(""));
    return switch (answer) {
      case Answer.Done found -> {
        Notice notice = new NoticeTexts(words, clock.instant()).notice(found.body());
        yield again(show(request, words, HttpStatus.OK, State.ACTIVE, notice));
      }
      case Answer.Refused _, Answer.Away _ -> nothing(request, words, answer);
    };
  }

  private ResponseEntity<String> nothing(HttpServletRequest request, Words words, Answer why) {
    return switch (why) {
      case Answer.Refused refused when refused.status() == 404 ->
          show(request, words, HttpStatus.NOT_FOUND, State.NONE, Notice.NONE);
      case Answer.Refused refused when isForMany(refused) ->
          show(request, words, HttpStatus.TOO_MANY_REQUESTS, State.MANY, Notice.NONE);
      case Answer.Done _, Answer.Refused _, Answer.Away _ ->
          again(show(request, words, HttpStatus.SERVICE_UNAVAILABLE, State.AWAY, Notice.NONE));
    };
  }

  /** A picture, or the page of a notice that is not there: whoever kept its address reads that. */
  @GetMapping(PHOTO)
  ResponseEntity<?> photo(
      HttpServletRequest request,
      @PathVariable String code,
      @PathVariable String number,
      @PathVariable String size) {
    boolean isForm =
        CODE.matcher(code).matches()
            && NUMBER.matcher(number).matches()
            && NUMBER.matcher(size).matches();
    String asked = isForm ? code + "/photos/" + number + "/" + size : NO_CODE + "/photos/1/400";
    return switch (api.pictureForAnybody(API + "/" + asked, clients.of(request).orElse(""))) {
      case OpenPicture.Shown(byte[] content) ->
          ResponseEntity.ok()
              .cacheControl(CacheControl.noStore())
              .contentType(MediaType.IMAGE_JPEG)
              .body(content);
      case OpenPicture.None(Answer why) -> nothing(request, words(request, ""), why);
    };
  }

  private static boolean isForMany(Answer.Refused refused) {
    return refused.type().equals("notices-asked-too-often");
  }

  @GetMapping(NOTICES)
  ResponseEntity<String> notices(
      HttpServletRequest request, @RequestParam(defaultValue = "") String language) {
    Words words = words(request, language);
    var texts = new NoticeTexts(words, clock.instant());
    return again(
        switch (api.getForAnybody(API, clients.of(request).orElse(""))) {
          case Answer.Done found ->
              list(
                  request,
                  words,
                  HttpStatus.OK,
                  new NoticesPage(
                      true,
                      found.body().path("notices").valueStream().map(texts::line).toList(),
                      settings));
          case Answer.Refused _, Answer.Away _ ->
              list(
                  request,
                  words,
                  HttpStatus.SERVICE_UNAVAILABLE,
                  new NoticesPage(false, List.of(), settings));
        });
  }

  private ResponseEntity<String> list(
      HttpServletRequest request, Words words, HttpStatus status, NoticesPage page) {
    return pages.show(request, words, status, "notices/notices.jte", page);
  }

  /** The one that was chosen on the page; a cookie of staff, or the browser's, until then. */
  private Words words(HttpServletRequest request, String chosen) {
    return Language.ofTag(chosen).map(pages::words).orElseGet(() -> pages.words(request));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, Words words, HttpStatus status, State state, Notice notice) {
    var page = new NoticePage(state, notice, settings);
    return pages.show(request, words, status, "notices/notice.jte", page);
  }

  /** Has the browser load a page again that shows a notice, or may do so in a minute. */
  private static ResponseEntity<String> again(ResponseEntity<String> shown) {
    return ResponseEntity.status(shown.getStatusCode())
        .headers(shown.getHeaders())
        .header(REFRESH, EVERY_MINUTE)
        .body(shown.getBody());
  }
}
