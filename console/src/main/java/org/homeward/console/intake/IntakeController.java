package org.homeward.console.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The form of a call, and its filing. */
@RestController
class IntakeController {

  private static final String KEY = "key";

  private final HttpApi api;
  private final HttpPages pages;

  IntakeController(HttpApi api, HttpPages pages) {
    this.api = api;
    this.pages = pages;
  }

  @GetMapping("/intake")
  ResponseEntity<String> ask(
      HttpServletRequest request, @RequestParam(defaultValue = "false") boolean exercise) {
    return show(request, HttpStatus.OK, fresh(), exercise, Typed.NOTHING, Map.of(), List.of());
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  @PostMapping("/intake")
  ResponseEntity<String> file(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Words words = pages.words(request);
    var typed = new Typed(form);
    boolean exercise = typed.has("exercise", "true");
    var written = ReportBody.of(typed, words.language(), words.zone());
    if (!written.missing().isEmpty()) {
      Map<String, String> wrong = new LinkedHashMap<>();
      written
          .missing()
          .forEach((field, _) -> wrong.put(field, words.say("intake.required." + field)));
      return show(
          request, HttpStatus.UNPROCESSABLE_CONTENT, fresh(), exercise, typed, wrong, List.of());
    }
    String key = typed.of(KEY);
    String draft = typed.of("draft");
    if (!draft.isEmpty()) {
      written.body().put("draft", draft);
    }
    return switch (api.post("/api/v1/reports", written.body(), key, "")) {
      case Answer.Done(_, var taken, _) ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(URI.create("/cases/" + taken.path("case").asString("") + "?done=filed"))
              .build();
      case Answer.Refused refused -> refused(request, words, typed, exercise, refused);
      // With the same key: the report may be there already, and is not filed twice.
      case Answer.Away(String what) ->
          show(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              key,
              exercise,
              typed,
              Map.of("", words.say("away.unsure", words.say("away." + what))),
              List.of());
    };
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request,
      Words words,
      Typed typed,
      boolean exercise,
      Answer.Refused refused) {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<String> elsewhere = new ArrayList<>();
    for (Answer.Wrong error : refused.errors()) {
      IntakeForm.questions().stream()
          .filter(question -> question.isAt(error.pointer()) || isPartOf(question, error.pointer()))
          .findFirst()
          .ifPresentOrElse(
              question ->
                  wrong.putIfAbsent(question.name(), words.rule(error.rule(), kind(question))),
              () -> elsewhere.add(error.pointer() + ": " + words.rule(error.rule())));
    }
    if (refused.errors().isEmpty()) {
      wrong.put("", words.problem(refused.type()));
    }
    return show(
        request, HttpStatus.UNPROCESSABLE_CONTENT, fresh(), exercise, typed, wrong, elsewhere);
  }

  private static String kind(Question question) {
    return question.kind().name().toLowerCase(Locale.ROOT);
  }

  /** An error about a whole field is shown at its first question. */
  private static boolean isPartOf(Question question, String pointer) {
    return question.pointer().startsWith(pointer + "/");
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatus status,
      String key,
      boolean exercise,
      Typed typed,
      Map<String, String> wrong,
      List<String> elsewhere) {
    String zone = pages.words(request).zone().getId();
    var page =
        new IntakePage(
            key,
            typed.of("draft"),
            typed.of("draftSeen"),
            exercise,
            zone,
            IntakeForm.SECTIONS,
            typed,
            wrong,
            elsewhere);
    return pages.show(request, status, "intake/intake.jte", page);
  }
}
