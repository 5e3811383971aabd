package org.homeward.console.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.children.EpisodeWords;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.intake.HttpDrafts.Saved;
import org.homeward.console.intake.IntakePage.KnownChildren;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks whether the child of a call is known. The form is saved before, and comes back as it was.
 */
@RestController
class KnownController {

  private final HttpApi api;
  private final HttpDrafts drafts;
  private final HttpPages pages;
  private final String node;
  private final String country;
  private final Clock clock;

  KnownController(
      HttpApi api, HttpDrafts drafts, HttpPages pages, String node, String country, Clock clock) {
    this.api = api;
    this.drafts = drafts;
    this.pages = pages;
    this.node = node;
    this.country = country;
    this.clock = clock;
  }

  @PostMapping("/intake/known")
  ResponseEntity<String> ask(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Words words = pages.words(request);
    var typed = new Typed(form);
    return switch (drafts.save(typed)) {
      case Saved.Done(String draft, String seen) ->
          ask(request, words, typed.with("draft", draft).with("draftSeen", seen));
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
        yield show(
            request, HttpStatus.PRECONDITION_FAILED, shown, Map.of(), theirs, KnownChildren.NONE);
      }
      case Saved.Failed(Answer failed) -> failed(request, words, typed, failed);
    };
  }

  private ResponseEntity<String> ask(HttpServletRequest request, Words words, Typed typed) {
    ObjectNode report = ReportBody.of(typed, words.language(), words.zone(), country).body();
    ObjectNode body = report.objectNode();
    body.put("draft", typed.of("draft"));
    body.set("newChildren", report.path("newChildren"));
    body.set("says", report.path("says"));
    return switch (api.post("/api/v1/cases/known", body, UUID.randomUUID().toString(), "")) {
      case Answer.Done(_, JsonNode found, _) ->
          show(request, HttpStatus.OK, typed, Map.of(), Theirs.NONE, known(words, found));
      case Answer failed -> failed(request, words, typed, failed);
    };
  }

  /** Nothing is lost: the call goes on without an answer. */
  private ResponseEntity<String> failed(
      HttpServletRequest request, Words words, Typed typed, Answer failed) {
    return switch (failed) {
      case Answer.Refused(int status, String type, _) ->
          show(
              request,
              HttpStatus.valueOf(status),
              typed,
              Map.of("", words.problem(type)),
              Theirs.NONE,
              KnownChildren.NONE);
      case Answer.Away(String what) ->
          show(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              typed,
              Map.of("", words.say("known.away", words.say("away." + what))),
              Theirs.NONE,
              KnownChildren.NONE);
      case Answer.Done _ -> throw new IllegalStateException("is no failure");
    };
  }

  private KnownChildren known(Words words, JsonNode found) {
    List<KnownChildren.Known> children =
        found.path("children").valueStream().map(each -> child(words, each)).toList();
    return new KnownChildren(true, children);
  }

  private KnownChildren.Known child(Words words, JsonNode known) {
    JsonNode found = known.path("case");
    String id = found.path("id").asString("");
    return new KnownChildren.Known(
        id,
        known.path("child").asString(""),
        CaseWords.code(node, id),
        CaseWords.children(words, found.path("facts")),
        known.path("verdict").asString(""),
        found.path("exercise").asBoolean(false),
        known.path("fields").valueStream().map(each -> said(words, each)).toList(),
        known.path("episodes").valueStream().map(each -> other(words, each)).toList());
  }

  private KnownChildren.Other other(Words words, JsonNode episode) {
    var say = new EpisodeWords(words, node, clock.instant());
    return new KnownChildren.Other(
        episode.path("case").asString(""),
        say.code(episode),
        say.opened(episode),
        say.what(episode));
  }

  private static KnownChildren.Said said(Words words, JsonNode field) {
    String name = field.path("field").asString("");
    String level = "known.level." + field.path("level").asString("");
    String ofField = level + "." + name;
    return new KnownChildren.Said(
        words.say("known.field." + name),
        texts(words, name, field.path("ours")),
        texts(words, name, field.path("theirs")),
        words.say(words.has(ofField) ? ofField : level));
  }

  private static String texts(Words words, String field, JsonNode texts) {
    return texts
        .valueStream()
        .map(each -> each.asString(""))
        .map(
            text ->
                switch (field) {
                  case "SEX" -> words.code("Sex", text);
                  case "MARK" -> words.code("MarkKind", text);
                  case "HAIR" -> words.code("HairColour", text);
                  case "EYES" -> words.code("EyeColour", text);
                  default -> text;
                })
        .collect(Collectors.joining(", "));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatus status,
      Typed typed,
      Map<String, String> wrong,
      Theirs theirs,
      KnownChildren known) {
    var page =
        new IntakePage(
            typed.of("key").isEmpty() ? UUID.randomUUID().toString() : typed.of("key"),
            typed.of("draft"),
            typed.of("draftSeen"),
            typed.has("exercise", "true"),
            pages.words(request).zone().getId(),
            IntakeForm.SECTIONS,
            typed,
            wrong,
            List.of(),
            theirs,
            JoinedCase.NONE,
            known);
    return pages.show(request, status, "intake/intake.jte", page);
  }
}
