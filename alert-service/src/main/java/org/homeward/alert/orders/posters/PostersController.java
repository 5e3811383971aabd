package org.homeward.alert.orders.posters;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.node.CountedAnswers;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.posters.MakePoster.Form;
import org.homeward.alert.orders.posters.MakePoster.Made;
import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.schema.disclosure.Purpose;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Posters of public alerts, for those who have them printed; the look is recorded. */
@RestController
class PostersController {

  static final String POSTER = "/api/v1/alerts/{id}/poster";
  static final String PDF = POSTER + "/pdf";
  static final String PNG = POSTER + "/png";
  static final String SQUARE = POSTER + "/square";

  private static final List<String> ANSWERS = List.of("made", "refused", "busy", "away");

  private final SeeAlert seeAlert;
  private final MakePoster makePoster;
  private final CountedAnswers counts;

  PostersController(SeeAlert seeAlert, MakePoster makePoster, MeterRegistry metrics) {
    this.seeAlert = seeAlert;
    this.makePoster = makePoster;
    this.counts = CountedAnswers.of(metrics, "homeward.posters.asked", "answer", ANSWERS);
  }

  /** The contents of the poster, for the person who is about to have it printed. */
  @GetMapping(path = POSTER, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> outline(@PathVariable String id, Caller caller) {
    return uncached().body(json(made(id, caller, new Form.Outline()).poster()));
  }

  @GetMapping(path = PDF, produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(@PathVariable String id, Caller caller) {
    return file(made(id, caller, new Form.Paper()), MediaType.APPLICATION_PDF, "poster.pdf");
  }

  @GetMapping(path = PNG, produces = MediaType.IMAGE_PNG_VALUE)
  ResponseEntity<byte[]> png(
      @PathVariable String id,
      @RequestParam(name = "language", required = false) Optional<String> language,
      Caller caller) {
    return file(made(id, caller, new Form.Png(language)), MediaType.IMAGE_PNG, "poster.png");
  }

  @GetMapping(path = SQUARE, produces = MediaType.IMAGE_PNG_VALUE)
  ResponseEntity<byte[]> square(@PathVariable String id, Caller caller) {
    return file(made(id, caller, new Form.Square()), MediaType.IMAGE_PNG, "square.png");
  }

  private Made.Drawn made(String id, Caller caller, Form form) {
    SeenAlert alert =
        seeAlert
            .see(
                id,
                CaseViewer.of(
                    caller,
                    Purpose.VOLUNTEER_ALERT,
                    Role.SUPERVISOR,
                    Role.AUTHORITY,
                    Role.OPERATOR))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return switch (makePoster.make(alert, form)) {
      case Made.Drawn drawn -> {
        count("made");
        yield drawn;
      }
      case Made.Refused(MakePoster.Rule rule, List<String> holds) -> {
        count("refused");
        Problem problem = AlertProblem.NO_POSTER_NOW.problem().with("reason", rule.name());
        throw (holds.isEmpty() ? problem : problem.with("holds", holds)).exception();
      }
      case Made.NoSuchLanguage() ->
          throw FaceProblem.INVALID.problem().error("/language", "not-on-it").exception();
      case Made.NotKnown() -> throw busy("away");
      case Made.Busy() -> throw busy("busy");
    };
  }

  private RuntimeException busy(String why) {
    count(why);
    return FaceProblem.UNAVAILABLE.exception();
  }

  private void count(String answer) {
    counts.count(answer);
  }

  private static ResponseEntity<byte[]> file(Made.Drawn made, MediaType type, String name) {
    return uncached()
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
        .contentType(type)
        .body(made.bytes());
  }

  private static ResponseEntity.BodyBuilder uncached() {
    var answer = ResponseEntity.ok();
    answer.cacheControl(CacheControl.noStore()); // upholds 4
    return answer;
  }

  private static Map<String, Object> json(Poster poster) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", poster.code());
    json.put("link", poster.link().toString());
    json.put("exercise", !poster.exercise().isEmpty());
    json.put("languages", poster.languages());
    json.put("faces", poster.faces().size());
    json.put("leftOut", poster.leftOut().stream().map(PostersController::json).toList());
    return json;
  }

  private static Map<String, Object> json(Poster.LeftOut left) {
    String what = left.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return left.language().isEmpty()
        ? Map.of("what", what)
        : Map.of("what", what, "language", left.language());
  }
}
