package org.homeward.console.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
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

/** One child is taken out of an alert that goes on for the others. */
@RestController
class WithdrawController {

  private static final String WITHDRAW = "/alerts/{id}/withdraw";
  private static final String CHILD = "child";

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  WithdrawController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(WITHDRAW)
  ResponseEntity<String> ask(HttpServletRequest request, @PathVariable String id) {
    AlertPage page = page(request, id, Map.of(), Map.of());
    return page.may("withdraw")
        ? pages.show(request, "alerts/withdraw.jte", page)
        : HttpFormEnd.leadTo("/alerts/" + id);
  }

  /** Not the last one: without it the alert ends, which the page does not say. */
  @PostMapping(WITHDRAW)
  ResponseEntity<String> withdraw(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String child = form.getOrDefault(CHILD, "");
    if (child.isEmpty()) {
      var missing = Map.of(CHILD, words.rule("required"));
      return show(request, HttpStatus.UNPROCESSABLE_CONTENT, page(request, id, form, missing));
    }
    String path =
        HttpAlertView.ALERTS + PathId.of(id) + "/children/" + PathId.of(child) + "/withdraw";
    AlertPage now = page(request, id, form, Map.of("", words.say("alert.withdraw.last")));
    if (!now.may("withdraw") && now.children().stream().noneMatch(each -> each.isOut(child))) {
      return show(request, HttpStatus.CONFLICT, now);
    }
    String key = form.getOrDefault("key", "");
    return HttpFormEnd.of(words, key)
        .after(
            api.post(path, JsonNodeFactory.instance.objectNode(), key, ""),
            _ -> HttpFormEnd.leadTo("/alerts/" + id + "?done=withdrawn"),
            again -> show(request, again.status(), page(request, id, form, again.wrong())));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatusCode status, AlertPage page) {
    return pages.show(request, status, "alerts/withdraw.jte", page);
  }

  private AlertPage page(
      HttpServletRequest request, String id, Map<String, String> form, Map<String, String> wrong) {
    return new HttpAlertView(
            api,
            pages.words(request),
            pages::words,
            node,
            HttpPages.person().orElseThrow(),
            clock.instant())
        .of(PathId.of(id), "", form, wrong);
  }
}
