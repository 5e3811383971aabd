package org.homeward.console.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.facts.Statement;
import org.homeward.console.intake.Correction.Stated;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Corrects one fact of a case. A report that police do not have is amended; what they have stays as
 * it is, and a further report, which is held, states the fact anew.
 */
@RestController
class CorrectionController {

  private static final String FACT = "/cases/{id}/facts/{field}";
  private static final String CHILD = "child";

  /** Where nothing is to be seen something may stand, which a statement from here would replace. */
  private static final Set<String> OFTEN_HIDDEN = Set.of("childWords", "shelter");

  /** Other facts of the case may change all the time; nobody else's change is overwritten. */
  private static final int ATTEMPTS = 3;

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final String country;
  private final Clock clock;

  CorrectionController(HttpApi api, HttpPages pages, String node, String country, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.country = country;
    this.clock = clock;
  }

  /** One fact of a case as it is now, with the questions about it. */
  private record Place(
      String id,
      String child,
      JsonNode found,
      String seen,
      Optional<Statement> statement,
      QuestionGroup group) {

    Stated stated() {
      return statement
          .map(known -> new Stated(known.value(), known.answer()))
          .orElse(Stated.NOTHING);
    }

    /** Nobody's facts are changed where police may have read them. */
    boolean isAmended() {
      return statement.filter(Statement::isHeld).isPresent();
    }

    String path() {
      return "/api/v1/cases/" + id;
    }
  }

  private Place place(String id, String field, String child) {
    if (!PathId.isOne(id) || !(child.isEmpty() || PathId.isOne(child))) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    Answer.Done read = api.read("/api/v1/cases/" + id);
    JsonNode found = read.body();
    Optional<Statement> statement = Statement.counting(found, field, child);
    int items = statement.map(known -> known.value().size()).orElse(0);
    QuestionGroup group =
        CorrectionForm.about(field, items)
            .filter(about -> about.isOfChild() != child.isEmpty())
            .filter(_ -> statement.isPresent() || !OFTEN_HIDDEN.contains(field))
            .filter(_ -> child.isEmpty() || found.path("children").has(child))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return new Place(id, child, found, read.etag(), statement, group);
  }

  @GetMapping(FACT)
  ResponseEntity<String> ask(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String field,
      @RequestParam(defaultValue = "") String child) {
    Place place = place(id, field, child);
    if (!isOpen(place.found())) {
      return lead("/cases/" + id); // the link is old
    }
    Typed shown = correction(request, place, place.stated()).shown();
    return show(request, HttpStatus.OK, place, shown, Theirs.NONE, wrong("", ""), fresh());
  }

  /** The API decides who may; this leaves out what is not for a role. */
  private boolean isOpen(JsonNode found) {
    return HttpPages.person().filter(Person::takesReports).isPresent()
        && found.path("home").asString("").equals(node)
        && !found.path("standing").asString("").equals("ENDED");
  }

  private Correction correction(HttpServletRequest request, Place place, Stated was) {
    return new Correction(place.group(), was, pages.words(request).zone(), country);
  }

  @PostMapping(FACT)
  ResponseEntity<String> correct(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String field,
      @RequestParam MultiValueMap<String, String> form) {
    return correct(request, id, field, new Typed(form), ATTEMPTS);
  }

  private ResponseEntity<String> correct(
      HttpServletRequest request, String id, String field, Typed typed, int attempts) {
    Words words = pages.words(request);
    Place place = place(id, field, typed.of(CHILD));
    Stated was = stated(typed.raw("was"));
    Correction correction = correction(request, place, was);
    if (correction.isBoth(typed)) {
      String first = place.group().questions().getFirst().name();
      return invalid(request, place, typed, wrong(first, words.say("correct.both")));
    }
    Stated after = correction.after(typed, words.language());
    if (after.equals(was)) {
      return lead("/cases/" + id);
    }
    if (after.equals(place.stated())) {
      return done(place, "changed"); // this form was sent before, or a colleague was faster
    }
    if (!was.equals(place.stated())) {
      return conflict(request, place, typed);
    }
    if (!place.isAmended()) {
      return state(request, place, typed, correction, after);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("says", correction.patch(after, place.child()));
    String report = place.statement().orElseThrow().report().path("id").asString("");
    return switch (api.patch(place.path() + "/reports/" + report, body, place.seen())) {
      case Answer.Done _ -> done(place, "changed");
      case Answer.Refused(int status, _, _)
          when status == HttpStatus.PRECONDITION_FAILED.value() && attempts > 1 ->
          correct(request, id, field, typed, attempts - 1);
      case Answer answer -> notDone(request, place, typed, answer);
    };
  }

  /** A further report, which police read when somebody sends the change to them. */
  private ResponseEntity<String> state(
      HttpServletRequest request, Place place, Typed typed, Correction correction, Stated after) {
    boolean isTakenAway = !place.stated().value().isMissingNode() && after.value().isMissingNode();
    if (isTakenAway || after.isNothing()) {
      String first = place.group().questions().getFirst().name();
      var only = wrong(first, pages.words(request).say("correct.notTaken"));
      return invalid(request, place, typed, only);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("exercise", place.found().path("exercise").asBoolean(false));
    body.put("channel", typed.of(IntakeForm.CHANNEL.name()));
    body.set("says", correction.statement(after, place.child()));
    return switch (api.post(place.path() + "/reports", body, typed.of("key"), "")) {
      case Answer.Done _ -> done(place, "joined");
      case Answer answer -> notDone(request, place, typed, answer);
    };
  }

  private static ResponseEntity<String> done(Place place, String what) {
    return lead("/cases/" + place.id() + "?done=" + what);
  }

  private static ResponseEntity<String> lead(String to) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(to)).build();
  }

  /** With both texts, and who wrote the other. */
  private ResponseEntity<String> conflict(HttpServletRequest request, Place place, Typed typed) {
    Words words = pages.words(request);
    String by = place.statement().map(Statement::by).orElse("");
    var theirs =
        Theirs.of(
            words.person(by, HttpPages.person().map(Person::id).orElse("")),
            correction(request, place, place.stated()).shown(),
            typed,
            place.group().questions(),
            List.of(place.group()),
            words);
    return show(
        request, HttpStatus.PRECONDITION_FAILED, place, typed, theirs, wrong("", ""), fresh());
  }

  private ResponseEntity<String> invalid(
      HttpServletRequest request, Place place, Typed typed, WrongAnswers wrong) {
    return show(
        request, HttpStatus.UNPROCESSABLE_CONTENT, place, typed, Theirs.NONE, wrong, fresh());
  }

  private ResponseEntity<String> notDone(
      HttpServletRequest request, Place place, Typed typed, Answer answer) {
    Words words = pages.words(request);
    return switch (answer) {
      case Answer.Away(String what) ->
          show(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              place,
              typed,
              Theirs.NONE,
              wrong("", words.say("away.unsure", words.say("away." + what))),
              typed.of("key"));
      case Answer.Refused refused when refused.errors().isEmpty() ->
          show(
              request,
              HttpStatus.UNPROCESSABLE_CONTENT,
              place,
              typed,
              Theirs.NONE,
              wrong("", words.problem(refused.type())),
              HttpFormEnd.nextKey(refused, typed.of("key")));
      case Answer.Refused refused ->
          invalid(request, place, typed, WrongAnswers.of(refused.errors(), asked(place), words));
      case Answer.Done _ -> throw new IllegalStateException("it was done");
    };
  }

  private static List<Question> asked(Place place) {
    return Stream.concat(place.group().questions().stream(), Stream.of(IntakeForm.CHANNEL))
        .toList();
  }

  private static WrongAnswers wrong(String question, String text) {
    return new WrongAnswers(text.isEmpty() ? Map.of() : Map.of(question, text), List.of());
  }

  private static Stated stated(String was) {
    try {
      JsonNode read = Json.mapper().readTree(was);
      return new Stated(read.path("value"), read.path("answer").asString(""));
    } catch (JacksonException notOurs) {
      return Stated.NOTHING;
    }
  }

  private static String text(Stated stated) {
    ObjectNode text = JsonNodeFactory.instance.objectNode().put("answer", stated.answer());
    if (!stated.value().isMissingNode()) {
      text.set("value", stated.value());
    }
    return Json.mapper().writeValueAsString(text);
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatus status,
      Place place,
      Typed typed,
      Theirs theirs,
      WrongAnswers wrong,
      String key) {
    Words words = pages.words(request);
    JsonNode facts = place.found().path("facts");
    String reader = HttpPages.person().map(Person::id).orElse("");
    boolean isOnly = place.found().path("children").size() == 1;
    // A repetition is about what the first page showed, until somebody's other text is shown.
    boolean isNew = status == HttpStatus.OK || status == HttpStatus.PRECONDITION_FAILED;
    var page =
        new CorrectionPage(
            place.id(),
            CaseWords.code(node, place.id()),
            CaseWords.children(words, facts),
            place.found().path("exercise").asBoolean(false),
            place.child(),
            isOnly || place.child().isEmpty()
                ? ""
                : CaseWords.child(words, facts.path("children").path(place.child())),
            place.group(),
            today(words, place),
            place.statement().map(known -> known.source(words, reader, clock.instant())).orElse(""),
            !place.isAmended(),
            isNew ? text(place.stated()) : typed.raw("was"),
            key,
            typed.of(IntakeForm.CHANNEL.name()).isEmpty() ? from(place, typed) : typed,
            theirs,
            wrong.byQuestion(),
            wrong.elsewhere());
    return pages.show(request, status, "intake/correction.jte", page);
  }

  /** Most corrections come the way of the report that they correct. */
  private static Typed from(Place place, Typed typed) {
    return typed.with(
        IntakeForm.CHANNEL.name(),
        place.statement().map(known -> known.report().path("channel").asString("")).orElse(""));
  }

  private String today(Words words, Place place) {
    Stated stated = place.stated();
    String field = place.group().name();
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    if (!stated.value().isMissingNode()) {
      facts.set(field, stated.value());
    } else if (!stated.answer().isEmpty()) {
      facts.putObject("answers").put(field, stated.answer());
    }
    var says = new FactWords(words, clock.instant());
    return (place.child().isEmpty() ? says.ofCase(facts) : says.ofChild(facts))
        .stream().findFirst().map(Fact::value).orElse("");
  }
}
