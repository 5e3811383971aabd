package org.homeward.console.providers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists who helps, and writes down another one. */
@RestController
class ProvidersController {

  static final String PAGE = "/providers";
  static final String API = "/api/v1/providers";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  ProvidersController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  /** A value that cannot be a code or a language narrows nothing down. */
  @GetMapping(PAGE)
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String service,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String done) {
    String told = done.equals("out") ? pages.words(request).say("providers.done.out") : "";
    return show(
        request,
        HttpStatus.OK,
        ProviderForm.SERVICES.contains(service) ? service : "",
        language.matches("[a-z]{2,3}") ? language : "",
        told,
        new ProviderForm(HttpFormEnd.freshKey(), Map.of()),
        Map.of());
  }

  @PostMapping(PAGE)
  ResponseEntity<String> add(HttpServletRequest request, @RequestParam Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(API, ProviderForm.body(form), key, ""),
            made ->
                HttpFormEnd.leadTo(
                    PAGE + "/" + made.body().path("provider").asString("") + "?done=add"),
            again ->
                show(
                    request,
                    again.status(),
                    "",
                    "",
                    "",
                    new ProviderForm(again.key(), form),
                    again.wrong()));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String service,
      String language,
      String told,
      ProviderForm form,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    var story = new ProviderWords(words, reader.id(), clock.instant());
    List<ProviderLine> lines =
        api.read(API + "?service=" + service + "&language=" + language)
            .body()
            .path("providers")
            .valueStream()
            .map(story::line)
            .toList();
    var page =
        new ProvidersPage(told, reader.is("supervisor"), service, language, lines, form, wrong);
    return pages.show(request, status, "providers/providers.jte", page);
  }
}
