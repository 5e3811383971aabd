package org.homeward.console.providers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
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

/** One provider: read, said anew, asked again, taken out; where it is, for those who go there. */
@RestController
class ProviderController {

  private static final String PAGE = ProvidersController.PAGE + "/{id}";
  private static final Set<String> DONE = Set.of("add", "say", "checked");

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  ProviderController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("providers.done." + done) : "";
    return show(request, HttpStatus.OK, id, told, "", HttpFormEnd.freshKey(), Map.of(), Map.of());
  }

  /** A page of its own: the API records each look. */
  @GetMapping(PAGE + "/address")
  ResponseEntity<String> address(HttpServletRequest request, @PathVariable String id) {
    String address = api.read(address(id) + "/address").body().path("address").asString("");
    return show(
        request, HttpStatus.OK, id, "", address, HttpFormEnd.freshKey(), Map.of(), Map.of());
  }

  @PostMapping(PAGE)
  ResponseEntity<String> say(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "", "say", ProviderForm.body(form), form);
  }

  @PostMapping(PAGE + "/checked")
  ResponseEntity<String> check(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "/checked", "checked", nothing(), form);
  }

  @PostMapping(PAGE + "/out")
  ResponseEntity<String> takeOut(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "/out", "out", nothing(), form);
  }

  private static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }

  private ResponseEntity<String> change(
      HttpServletRequest request,
      String id,
      String below,
      String what,
      ObjectNode body,
      Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String page =
        what.equals("out") ? ProvidersController.PAGE : ProvidersController.PAGE + "/" + id;
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                type.equals("precondition-failed")
                    ? words.say("providers.changed")
                    : words.problem(type))
        .after(
            api.post(address(id) + below, body, key + "-" + what, form.getOrDefault("seen", "")),
            _ -> HttpFormEnd.leadTo(page + "?done=" + what),
            again -> show(request, again.status(), id, "", "", again.key(), form, again.wrong()));
  }

  private static String address(String id) {
    return ProvidersController.API + "/" + PathId.of(id);
  }

  /**
   * @param typed what stands in the form that came back; empty: what the provider is
   */
  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String told,
      String address,
      String key,
      Map<String, String> typed,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    Answer.Done found = api.read(address(id));
    boolean isTyped = typed.containsKey("name");
    var page =
        new ProviderPage(
            new ProviderWords(words, reader.id(), clock.instant()).line(found.body()),
            told,
            reader.is("supervisor"),
            reader.is("supervisor") || reader.is("confidant"),
            address,
            found.etag(),
            isTyped ? new ProviderForm(key, typed) : ProviderForm.of(found.body(), key),
            wrong);
    return pages.show(request, status, "providers/provider.jte", page);
  }
}
