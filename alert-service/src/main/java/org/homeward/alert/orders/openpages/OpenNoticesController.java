package org.homeward.alert.orders.openpages;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.orders.openpages.LookUpNotice.Found;
import org.homeward.alert.orders.openphotos.ReadOpenPhoto;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.photos.PhotoAnswer;
import org.homeward.face.conditional.ETags;
import org.homeward.face.door.Clients;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemException;
import org.homeward.face.problem.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Public alerts for everybody who has a link or looks at the list; nobody keeps a copy. */
@RestController
class OpenNoticesController {

  static final String NOTICES = "/api/v1/public/notices";
  static final String NOTICE = NOTICES + "/{code}";
  static final String PHOTO = NOTICE + "/photos/{number}/{size}";
  static final String FEED = "/api/v1/public/feed";

  private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml");
  private static final String HOUR = "3600";
  private static final String ROBOTS = "X-Robots-Tag";
  private static final String NOBODY_LISTS_IT = "noindex, noarchive, nosnippet, noimageindex";

  private final LookUpNotice lookUpNotice;
  private final ListNotices listNotices;
  private final NoticesFeed feed;
  private final ReadOpenPhoto readOpenPhoto;
  private final WrongCodes wrongCodes;
  private final Clients clients;
  private final MeterRegistry metrics;

  OpenNoticesController(
      LookUpNotice lookUpNotice,
      ListNotices listNotices,
      NoticesFeed feed,
      ReadOpenPhoto readOpenPhoto,
      WrongCodes wrongCodes,
      Clients clients,
      MeterRegistry metrics) {
    this.lookUpNotice = lookUpNotice;
    this.listNotices = listNotices;
    this.feed = feed;
    this.readOpenPhoto = readOpenPhoto;
    this.wrongCodes = wrongCodes;
    this.clients = clients;
    this.metrics = metrics;
  }

  /** An active one is shown however often its reader asked for others: carriers share addresses. */
  @GetMapping(path = NOTICE, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> notice(
      @PathVariable String code, HttpServletRequest request) {
    return switch (lookUpNotice.find(code)) {
      case Found.Active(OpenNotice notice) -> {
        count("shown");
        yield answer().body(json(notice));
      }
      case Found.NotKnown() -> throw away();
      case Found.NotActive() -> throw notActive(clients.networkOf(request).orElse(""));
    };
  }

  /**
   * Nothing of it is fetched before it is known that it may be shown now; what may not be shown is
   * answered like a code that is not active, and counted with it.
   */
  @GetMapping(PHOTO)
  ResponseEntity<byte[]> photo(
      @PathVariable String code,
      @PathVariable String number,
      @PathVariable String size,
      HttpServletRequest request) {
    return switch (lookUpNotice.find(code)) {
      case Found.Active(OpenNotice notice) ->
          switch (read(notice, number, size)) {
            case PhotoAnswer.Bytes(byte[] content) -> {
              count("photo");
              yield answer().contentType(MediaType.IMAGE_JPEG).body(content);
            }
            case PhotoAnswer.Nothing() -> throw notActive(clients.networkOf(request).orElse(""));
            case PhotoAnswer.Away() -> throw away();
          };
      case Found.NotKnown() -> throw away();
      case Found.NotActive() -> throw notActive(clients.networkOf(request).orElse(""));
    };
  }

  private PhotoAnswer read(OpenNotice notice, String number, String size) {
    return notice
        .photo(number)
        .map(photo -> readOpenPhoto.read(notice.alert(), photo, size))
        .orElseGet(PhotoAnswer.Nothing::new);
  }

  private ProblemException notActive(String client) {
    if (wrongCodes.isOneOfFew(client)) {
      count("none");
      return uncached(AlertProblem.NO_ACTIVE_NOTICE).exception();
    }
    count("many");
    return uncached(AlertProblem.NOTICES_ASKED_TOO_OFTEN)
        .header(HttpHeaders.RETRY_AFTER, HOUR)
        .exception();
  }

  private ProblemException away() {
    count("away");
    return uncached(FaceProblem.UNAVAILABLE).exception();
  }

  private static Problem uncached(ProblemType type) {
    return type.problem()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(ROBOTS, NOBODY_LISTS_IT);
  }

  @GetMapping(path = NOTICES, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> notices() {
    List<OpenNotice> active = active();
    return answer()
        .body(Map.of("notices", active.stream().map(OpenNoticesController::line).toList()));
  }

  @GetMapping(path = FEED, produces = "application/atom+xml")
  ResponseEntity<byte[]> feed() {
    byte[] atom = feed.of(active());
    return answer().contentType(ATOM).eTag(ETags.of(sha256(atom))).body(atom);
  }

  private List<OpenNotice> active() {
    List<OpenNotice> active = listNotices.list().orElseThrow(this::away);
    count("list");
    return active;
  }

  private static ResponseEntity.BodyBuilder answer() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header(ROBOTS, NOBODY_LISTS_IT);
  }

  /** Neither codes nor places: how many read a notice of which child is nobody's business. */
  private void count(String what) {
    metrics.counter("homeward.notices.asked", "answer", what).increment();
  }

  private static Map<String, Object> json(OpenNotice notice) {
    Map<String, Object> json = about(notice);
    json.put("reference", notice.reference());
    Map<String, Object> texts = new LinkedHashMap<>();
    notice
        .texts()
        .forEach(
            (language, text) ->
                texts.put(
                    language, Map.of("title", text.title(), "paragraphs", text.paragraphs())));
    json.put("texts", texts);
    json.put("photos", photos(notice));
    return json;
  }

  private static List<Map<String, Object>> photos(OpenNotice notice) {
    List<Map<String, Object>> photos = new ArrayList<>();
    notice
        .photos()
        .forEach(
            (number, photo) -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("number", number);
              json.put("label", photo.label().value().name());
              if (photo.takenOn() != null) {
                json.put("takenOn", photo.takenOn().text());
              }
              json.put("sizes", List.copyOf(photo.digests().keySet()));
              photos.add(json);
            });
    return photos;
  }

  private static Map<String, Object> line(OpenNotice notice) {
    Map<String, Object> json = about(notice);
    Map<String, String> titles = new LinkedHashMap<>();
    notice.texts().forEach((language, text) -> titles.put(language, text.title()));
    json.put("titles", titles);
    return json;
  }

  private static Map<String, Object> about(OpenNotice notice) {
    Area area = notice.area();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", notice.code());
    json.put("exercise", notice.exercise());
    json.put("area", Map.of("country", area.country(), "regions", area.regions()));
    json.put("until", notice.until().toString());
    json.put("languages", List.copyOf(notice.texts().keySet()));
    return json;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
