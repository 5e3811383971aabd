package org.homeward.console.pages;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfToken;

/** Shows pages: a template of a room, with its frame, in the reader's language. */
public final class HttpPages {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final TemplateEngine templates;
  private final WordFiles files;
  private final BrowserFiles browserFiles;
  private final PageSettings settings;
  private final String node;
  private final Colleagues colleagues;
  private final Clock clock;

  HttpPages(
      TemplateEngine templates,
      WordFiles files,
      BrowserFiles browserFiles,
      PageSettings settings,
      String node,
      Colleagues colleagues,
      Clock clock) {
    this.templates = templates;
    this.files = files;
    this.browserFiles = browserFiles;
    this.settings = settings;
    this.node = node;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  /**
   * Shows a page.
   *
   * @param template as {@code desk/desk.jte}; it takes {@code frame} and {@code page}
   */
  public ResponseEntity<String> show(HttpServletRequest request, String template, Object page) {
    return show(request, HttpStatus.OK, template, page);
  }

  public ResponseEntity<String> show(
      HttpServletRequest request, HttpStatusCode status, String template, Object page) {
    return show(request, words(request), status, template, page);
  }

  /** The same in the language of these words, whatever the browser asks for. */
  public ResponseEntity<String> show(
      HttpServletRequest request,
      Words words,
      HttpStatusCode status,
      String template,
      Object page) {
    var output = new StringOutput();
    templates.render(template, Map.of("frame", frame(request, words), "page", page), output);
    return ResponseEntity.status(status).contentType(HTML).body(output.toString());
  }

  private Frame frame(HttpServletRequest request, Words words) {
    return new Frame(
        words,
        node,
        person(),
        request.getRequestURI(),
        LocalPath.of(request.getRequestURI(), request.getQueryString()),
        clock.instant(),
        colleagues,
        () -> csrf(request),
        browserFiles.address(),
        settings.address(),
        settings.lockAfter());
  }

  public Words words(HttpServletRequest request) {
    return words(language(request));
  }

  public Words words(Language language) {
    return new Words(language, files.of(language), settings.zone(), colleagues);
  }

  /** The name of the cookie that keeps the language a person chose. */
  String languageCookie() {
    return "HW-" + node + "-language";
  }

  private Language language(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(languageCookie()))
        .flatMap(cookie -> Language.ofTag(cookie.getValue()).stream())
        .findFirst()
        .orElseGet(() -> Language.ofBrowser(Collections.list(request.getLocales())));
  }

  private static String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }

  /** The person who is logged in. */
  public static Optional<Person> person() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .map(Authentication::getPrincipal)
        .filter(OidcUser.class::isInstance)
        .map(OidcUser.class::cast)
        .map(HttpPages::person);
  }

  private static Person person(OidcUser user) {
    List<String> roles =
        user.getClaims().get("roles") instanceof List<?> given
            ? given.stream().map(String::valueOf).toList()
            : List.of();
    return new Person(
        Stream.of("name", "preferred_username", "sub")
            .map(user::getClaimAsString)
            .filter(name -> name != null && !name.isBlank())
            .findFirst()
            .orElse(""),
        Optional.ofNullable(user.getClaimAsString("person")).orElse(""),
        roles,
        Optional.ofNullable(user.getClaimAsString("desk")).orElse(""));
  }
}
