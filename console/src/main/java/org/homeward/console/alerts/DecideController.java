package org.homeward.console.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An alert is approved, returned, stopped, lifted or ended. */
@RestController
class DecideController {

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  DecideController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  /** Without the tick nothing goes out: it says that this person read what this page showed. */
  @PostMapping("/alerts/{id}/approve")
  ResponseEntity<String> approve(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    if (!form.containsKey("read")) {
      Words words = pages.words(request);
      return show(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          id,
          form,
          Map.of("read", words.say("alert.approve.tick")));
    }
    ObjectNode body = body();
    body.put("hash", form.getOrDefault("hash", ""));
    String ordersRead = form.getOrDefault("ordersAt", "");
    if (!ordersRead.isEmpty()) {
      body.put("ordersAt", ordersRead);
    }
    return send(request, id, "approve", "approved", body, form);
  }

  @PostMapping("/alerts/{id}/return")
  ResponseEntity<String> giveBack(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = body();
    body.put("hash", form.getOrDefault("hash", ""));
    body.put("reason", form.getOrDefault("reason", ""));
    String words = form.getOrDefault("words", "").strip();
    if (!words.isEmpty()) {
      body.put("words", words.replace("\r\n", "\n"));
    }
    return send(request, id, "return", "returned", body, form);
  }

  @PostMapping("/alerts/{id}/stop")
  ResponseEntity<String> stop(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return send(request, id, "freeze", "stopped", body(), form);
  }

  /** The first person proposes; another one's word lifts. */
  @PostMapping("/alerts/{id}/lift")
  ResponseEntity<String> lift(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    String path = HttpAlertView.STOPS + "/alert." + PathId.of(id) + "/lift";
    Answer answer = api.post(path, body(), form.getOrDefault("key", ""), "");
    if (answer instanceof Answer.Done(_, var stop, _)) {
      boolean isLifted = stop.path("status").asString("").equals("LIFTED");
      return leadTo(id, isLifted ? "lifted" : "proposed");
    }
    return notDone(request, id, form, answer);
  }

  @GetMapping("/alerts/{id}/cancel")
  ResponseEntity<String> askToCancel(HttpServletRequest request, @PathVariable String id) {
    return showCancel(request, HttpStatus.OK, id, Map.of(), Map.of());
  }

  @PostMapping("/alerts/{id}/cancel")
  ResponseEntity<String> cancel(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    String why = form.getOrDefault("why", "");
    if (why.isEmpty()) {
      Words words = pages.words(request);
      return showCancel(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          id,
          form,
          Map.of("why", words.rule("required")));
    }
    if (why.equals("DRAFT") && isOut(id)) { // a discard has read of no alert that goes out
      Words words = pages.words(request);
      return showCancel(
          request,
          HttpStatus.CONFLICT,
          id,
          Map.of(),
          Map.of("", words.problem("not-in-this-state")));
    }
    ObjectNode body = body();
    if (why.equals("WRONG_CHILD")) {
      body.put("reason", why);
    }
    String path = HttpAlertView.ALERTS + PathId.of(id) + "/cancel";
    return switch (api.post(path, body, form.getOrDefault("key", ""), "")) {
      case Answer.Done(_, var alert, _) ->
          AlertWords.status(alert).equals("ERASED")
              ? leadTo("/alerts?state=RETURNED")
              : leadTo(id, "cancelled");
      case Answer failed ->
          showCancel(request, status(failed), id, form, wrong(pages.words(request), failed));
    };
  }

  private boolean isOut(String id) {
    return api.read(HttpAlertView.ALERTS + PathId.of(id)).body().has("deliveries");
  }

  private ResponseEntity<String> send(
      HttpServletRequest request,
      String id,
      String move,
      String done,
      ObjectNode body,
      Map<String, String> form) {
    String path = HttpAlertView.ALERTS + PathId.of(id) + "/" + move;
    Answer answer = api.post(path, body, form.getOrDefault("key", ""), "");
    return answer instanceof Answer.Done ? leadTo(id, done) : notDone(request, id, form, answer);
  }

  /** With what the alert has become: somebody may have been faster. */
  private ResponseEntity<String> notDone(
      HttpServletRequest request, String id, Map<String, String> form, Answer answer) {
    return show(request, status(answer), id, form, wrong(pages.words(request), answer));
  }

  static HttpStatusCode status(Answer answer) {
    return answer instanceof Answer.Refused refused
        ? HttpStatusCode.valueOf(refused.status())
        : HttpStatus.SERVICE_UNAVAILABLE;
  }

  static Map<String, String> wrong(Words words, Answer answer) {
    Map<String, String> wrong = new HashMap<>();
    switch (answer) {
      case Answer.Refused refused -> {
        wrong.put("", words.problem(refused.type()));
        for (Answer.Wrong error : refused.errors()) {
          wrong.put(
              error.pointer().substring(error.pointer().indexOf('/') + 1),
              words.rule(error.rule()));
        }
      }
      case Answer.Away(String what) ->
          wrong.put("", words.say("away.unsure", words.say("away." + what)));
      case Answer.Done _ -> throw new IllegalStateException("it was done");
    }
    return wrong;
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      Map<String, String> form,
      Map<String, String> wrong) {
    AlertPage page = view(request).of(PathId.of(id), "", form, wrong);
    return pages.show(request, status, "alerts/alert.jte", page);
  }

  private ResponseEntity<String> showCancel(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      Map<String, String> form,
      Map<String, String> wrong) {
    AlertPage page = view(request).of(PathId.of(id), "", form, wrong);
    return pages.show(request, status, "alerts/cancel.jte", page);
  }

  private HttpAlertView view(HttpServletRequest request) {
    return new HttpAlertView(
        api,
        pages.words(request),
        pages::words,
        node,
        HttpPages.person().orElseThrow(),
        clock.instant());
  }

  private static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ResponseEntity<String> leadTo(String id, String done) {
    return leadTo("/alerts/" + PathId.of(id) + "?done=" + done);
  }

  private static ResponseEntity<String> leadTo(String page) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
  }
}
