package org.homeward.frame.changes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.durable.log.Cursor;
import org.homeward.face.access.Caller;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the changes behind a place, as a short page that may be waited for. A page is asked for
 * with a token each time, and nobody waits longer than hers is valid.
 */
@RestController
final class ChangesController {

  static final String PATH = "/api/v1/changes/";

  private static final int LONGEST_S = 25;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,2}");

  private final ReadChanges readChanges;
  private final Places places;
  private final String path;
  private final Clock clock;

  /**
   * @param service as addresses name it
   */
  ChangesController(ReadChanges readChanges, Places places, String service, Clock clock) {
    this.readChanges = readChanges;
    this.places = places;
    this.path = PATH + service;
    this.clock = clock;
  }

  @GetMapping(PATH + "${spring.application.name}")
  ResponseEntity<Map<String, Object>> read(
      @RequestParam(required = false) Optional<String> after,
      @RequestParam(defaultValue = "0") String wait,
      Caller caller,
      @AuthenticationPrincipal Jwt token)
      throws InterruptedException {
    Duration within = within(wait, token);
    ReadChanges.Page page =
        after.isEmpty()
            ? new ReadChanges.Page(List.of(), readChanges.head())
            : readChanges.after(place(after.get()), within, caller).orElseThrow(this::gone);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(page));
  }

  /** Nobody hears of anything with a token that is over. */
  private Duration within(String wait, Jwt token) {
    if (!SECONDS.matcher(wait).matches() || Integer.parseInt(wait) > LONGEST_S) {
      throw FaceProblem.INVALID.problem().error("/wait", "out-of-range").exception();
    }
    Duration asked = Duration.ofSeconds(Integer.parseInt(wait));
    Instant end = token.getExpiresAt();
    if (end == null) {
      return asked;
    }
    Duration left = Duration.between(clock.instant(), end);
    return left.compareTo(asked) < 0 ? left : asked;
  }

  /** From a place of an earlier build, or of another node, nobody goes on. */
  private Cursor place(String text) {
    return places
        .place(text)
        .orElseThrow(
            () ->
                Cursor.parse(text).isPresent() || text.length() == Places.LENGTH
                    ? gone()
                    : FaceProblem.INVALID.problem().error("/after", "unknown-place").exception());
  }

  private ProblemException gone() {
    return FaceProblem.CURSOR_GONE.problem().with("resync", path).exception();
  }

  private Map<String, Object> json(ReadChanges.Page page) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("changes", page.changes());
    json.put("next", places.text(page.next()));
    return json;
  }
}
