package org.homeward.console.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.intake.HttpDrafts.Saved;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The form of a call, and its filing. */
@RestController
class IntakeController {

  private static final String KEY = "key";

  /** The API's statuses for a draft that is filed, is being filed, or was never there. */
  private static final Set<Integer> ENDED = Set.of(404, 409, 410);

  private final HttpApi api;
  private final HttpDrafts drafts;
  private final HttpJoins joins;
  private final HttpPages pages;
  private final String country;

  IntakeController(
      HttpApi api, HttpDrafts drafts, HttpJoins joins, HttpPages pages, String country) {
    this.api = api;
    this.drafts = drafts;
    this.joins = joins;
    this.pages = pages;
    this.country = country;
  }

  /**
   * @param about the case that the call is about; empty for a new one
   */
  @GetMapping("/intake")
  ResponseEntity<String> ask(
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean exercise,
      @RequestParam(name = HttpJoins.CASE, defaultValue = "") String about) {
    boolean isExercise =
        about.isEmpty() ? exercise : joins.found(about).path("exercise").asBoolean(false);
    var shown =
        new Typed(
            Map.of(
                KEY,
                List.of(fresh()),
                "exercise",
                List.of("" + isExercise),
                HttpJoins.CASE,
                List.of(about)));
    return show(request, HttpStatus.OK, shown, Map.of(), List.of());
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  @PostMapping("/intake")
  ResponseEntity<String> file(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Words words = pages.words(request);
    var typed = new Typed(form);
    var written = ReportBody.of(typed, words.language(), words.zone(), country);
    if (!written.missing().isEmpty()) {
      Map<String, String> wrong = new LinkedHashMap<>();
      written
          .missing()
          .forEach((field, _) -> wrong.put(field, words.say("intake.required." + field)));
      return show(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, wrong, List.of());
    }
    boolean isDraft = !typed.of("draft").isEmpty() || typed.has("draftTried", "true");
    return isDraft
        ? fileDraft(request, words, typed, written.body())
        : send(request, words, typed, written.body());
  }

  /** The draft has these words before it ends, so that nobody's words end unread with it. */
  private ResponseEntity<String> fileDraft(
      HttpServletRequest request, Words words, Typed typed, ObjectNode body) {
    return switch (drafts.save(typed)) {
      case Saved.Done(String draft, String seen) -> {
        // Without the draft's version: a repetition after a lost answer must be the same request.
        body.put("draft", draft);
        yield send(request, words, typed.with("draft", draft).with("draftSeen", seen), body);
      }
      case Saved.Other other -> {
        var theirs =
            Theirs.of(
                words.colleague(other.savedBy()),
                DraftBody.typed(other.theirs()),
                typed,
                IntakeForm.all(),
                IntakeForm.groups(),
                words);
        var shown = typed.with("draft", other.draft()).with("draftSeen", other.seen());
        yield show(request, HttpStatus.PRECONDITION_FAILED, shown, Map.of(), List.of(), theirs);
      }
      case Saved.Failed(Answer.Away(String what)) -> unsure(request, words, typed, what);
      // This very form may have filed it, and the answer was lost: the report's own answer tells.
      case Saved.Failed(Answer.Refused(int status, _, _)) when ENDED.contains(status) -> {
        if (!typed.of("draft").isEmpty()) {
          body.put("draft", typed.of("draft"));
        }
        yield send(request, words, typed, body);
      }
      case Saved.Failed(Answer.Refused refused) -> refused(request, words, typed, refused);
      case Saved.Failed(Answer.Done _) -> throw new IllegalStateException("is no failure");
    };
  }

  private ResponseEntity<String> send(
      HttpServletRequest request, Words words, Typed typed, ObjectNode body) {
    return switch (api.post(HttpJoins.reports(typed), body, typed.of(KEY), "")) {
      case Answer.Done(_, var taken, _) ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(
                  URI.create(
                      "/cases/"
                          + taken.path("case").asString("")
                          + "?done="
                          + (typed.of(HttpJoins.CASE).isEmpty() ? "filed" : "joined")))
              .build();
      case Answer.Refused refused -> refused(request, words, typed, refused);
      case Answer.Away(String what) -> unsure(request, words, typed, what);
    };
  }

  /** The report may be there already. */
  private ResponseEntity<String> unsure(
      HttpServletRequest request, Words words, Typed typed, String what) {
    var wrong = Map.of("", words.say("away.unsure", words.say("away." + what)));
    return show(request, HttpStatus.SERVICE_UNAVAILABLE, typed, wrong, List.of());
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request, Words words, Typed typed, Answer.Refused refused) {
    var sent = ReportBody.of(typed, words.language(), words.zone(), country);
    var found = WrongAnswers.of(refused.errors(), IntakeForm.all(), sent.garments(), words);
    Map<String, String> wrong = new LinkedHashMap<>(found.byQuestion());
    if (refused.errors().isEmpty()) {
      wrong.put("", problem(words, refused.type()));
    }
    return show(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, wrong, found.elsewhere());
  }

  private static String problem(Words words, String type) {
    return type.equals("key-reused") ? words.say("intake.filed") : words.problem(type);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatus status,
      Typed typed,
      Map<String, String> wrong,
      List<String> elsewhere) {
    return show(request, status, typed, wrong, elsewhere, Theirs.NONE);
  }

  /**
   * With the same key until there is a case: a form whose answer was lost is not filed twice, even
   * when its words are changed before it is sent again.
   */
  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatus status,
      Typed typed,
      Map<String, String> wrong,
      List<String> elsewhere,
      Theirs theirs) {
    var page =
        new IntakePage(
            typed.of(KEY).isEmpty() ? fresh() : typed.of(KEY),
            typed.of("draft"),
            typed.of("draftSeen"),
            typed.has("exercise", "true"),
            pages.words(request).zone().getId(),
            IntakeForm.SECTIONS,
            typed,
            wrong,
            elsewhere,
            theirs,
            joins.of(typed, pages.words(request)));
    return pages.show(request, status, "intake/intake.jte", page);
  }
}
