package org.homeward.console.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Saves a call's form while somebody types, and opens it again for anybody of the team. */
@RestController
class DraftsController {

  private static final String CHANGED = "draft.changed";

  private final HttpApi api;
  private final HttpDrafts drafts;
  private final HttpJoins joins;
  private final HttpPages pages;
  private final Clock clock;

  DraftsController(HttpApi api, HttpDrafts drafts, HttpJoins joins, HttpPages pages, Clock clock) {
    this.api = api;
    this.drafts = drafts;
    this.joins = joins;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * Saves the form as it stands.
   *
   * @return where it is, and in words whether it is saved
   */
  @PostMapping("/intake/drafts")
  ResponseEntity<Map<String, String>> save(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Words words = pages.words(request);
    return switch (drafts.save(new Typed(form))) {
      case Saved.Done(String id, String seen) ->
          ResponseEntity.ok(
              Map.of(
                  "draft", id,
                  "seen", seen,
                  "text", words.say("draft.saved", words.clock(clock.instant()))));
      case Saved.Other other ->
          ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
              .body(Map.of("text", words.say("draft.other", words.colleague(other.savedBy()))));
      case Saved.Failed(Answer.Refused(int status, String type, _)) ->
          ResponseEntity.status(status).body(Map.of("text", words.problem(type)));
      case Saved.Failed _ ->
          ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
              .body(Map.of("text", words.say("draft.unsaved")));
    };
  }

  @GetMapping("/intake/drafts/{id}")
  ResponseEntity<String> open(HttpServletRequest request, @PathVariable String id) {
    return show(request, HttpStatus.OK, id, Map.of());
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatus status, String id, Map<String, String> wrong) {
    return switch (api.get(HttpDrafts.place(id))) {
      case Answer.Done(_, JsonNode found, String seen) -> {
        Typed typed = DraftBody.typed(found);
        var page =
            new IntakePage(
                UUID.randomUUID().toString(),
                id,
                seen,
                found.path("exercise").asBoolean(false),
                pages.words(request).zone().getId(),
                IntakeForm.SECTIONS,
                typed,
                wrong,
                List.of(),
                Theirs.NONE,
                joins.of(typed, pages.words(request)));
        yield pages.show(request, status, "intake/intake.jte", page);
      }
      case Answer.Refused(int gone, _, _) when gone == HttpStatus.GONE.value() -> ended(request);
      case Answer failed -> throw HttpApi.failure(failed);
    };
  }

  /** Its page stays in the browser's history after the report is filed. */
  private ResponseEntity<String> ended(HttpServletRequest request) {
    return pages.show(request, HttpStatus.GONE, "intake/ended.jte", new EndedPage());
  }

  /** Ends a call that becomes no report; the words are erased that the person has seen. */
  @PostMapping("/intake/drafts/{id}/discard")
  ResponseEntity<String> discard(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String draftSeen) {
    Map<String, String> changed = Map.of("", pages.words(request).say(CHANGED));
    if (draftSeen.isEmpty()) {
      return show(request, HttpStatus.PRECONDITION_REQUIRED, id, changed);
    }
    var nothing = JsonNodeFactory.instance.objectNode();
    return switch (api.post(
        HttpDrafts.place(id) + "/discard", nothing, key + "-discard", draftSeen)) {
      case Answer.Done _ ->
          ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/desk")).build();
      case Answer.Refused(int status, _, _) when status == HttpStatus.PRECONDITION_FAILED.value() ->
          show(request, HttpStatus.PRECONDITION_FAILED, id, changed);
      case Answer.Refused(int status, _, _) when status == HttpStatus.GONE.value() ->
          ended(request);
      case Answer failed -> throw HttpApi.failure(failed);
    };
  }
}
