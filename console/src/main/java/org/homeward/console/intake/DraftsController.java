package org.homeward.console.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Saves a call's form while somebody types, and opens it again for anybody of the team. */
@RestController
class DraftsController {

  private static final String DRAFTS = "/api/v1/drafts";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  DraftsController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
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
    var typed = new Typed(form);
    String id = typed.of("draft");
    ObjectNode body = DraftBody.of(typed);
    Answer answer;
    if (id.isEmpty()) {
      body.put("exercise", typed.has("exercise", "true"));
      answer = api.post(DRAFTS, body, typed.of("key") + "-draft", "");
    } else {
      answer = api.put(DRAFTS + "/" + checked(id), body, typed.of("draftSeen"));
    }
    return switch (answer) {
      case Answer.Done(_, var saved, String seen) ->
          ResponseEntity.ok(
              Map.of(
                  "draft", saved.path("draft").asString(id),
                  "seen", seen,
                  "text", words.say("draft.saved", words.clock(clock.instant()))));
      case Answer.Refused(int status, String type, _) ->
          ResponseEntity.status(status)
              .body(Map.of("text", status == 412 ? words.say("draft.other") : words.problem(type)));
      case Answer.Away _ ->
          ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
              .body(Map.of("text", words.say("draft.unsaved")));
    };
  }

  private static String checked(String id) {
    if (!id.matches("[0-9a-f-]{36}")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return id;
  }

  @GetMapping("/intake/drafts/{id}")
  ResponseEntity<String> open(HttpServletRequest request, @PathVariable String id) {
    var found = api.read(DRAFTS + "/" + checked(id));
    var page =
        new IntakePage(
            UUID.randomUUID().toString(),
            id,
            found.etag(),
            found.body().path("exercise").asBoolean(false),
            pages.words(request).zone().getId(),
            IntakeForm.SECTIONS,
            DraftBody.typed(found.body()),
            Map.of(),
            List.of());
    return pages.show(request, "intake/intake.jte", page);
  }

  /** Ends a call that becomes no report; its words are erased. */
  @PostMapping("/intake/drafts/{id}/discard")
  ResponseEntity<Void> discard(@PathVariable String id, @RequestParam Map<String, String> form) {
    String path = DRAFTS + "/" + checked(id) + "/discard";
    String seen = form.getOrDefault("draftSeen", "");
    return switch (api.post(
        path,
        JsonNodeFactory.instance.objectNode(),
        form.getOrDefault("key", "") + "-discard",
        seen.isEmpty() ? api.read(DRAFTS + "/" + id).etag() : seen)) {
      case Answer.Done _ ->
          ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/desk")).build();
      case Answer failed -> throw HttpApi.failure(failed);
    };
  }
}
