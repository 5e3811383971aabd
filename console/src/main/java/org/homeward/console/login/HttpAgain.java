package org.homeward.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.LocalPath;
import org.homeward.schema.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Gives a form back that could not be sent with the person's login: nothing typed is lost. */
public final class HttpAgain {

  private static final String CSRF_FIELD = "_csrf";

  private final HttpPages pages;

  public HttpAgain(HttpPages pages) {
    this.pages = pages;
  }

  /** The login is over; scripts get a sentence, and the open page keeps what was typed. */
  public void over(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response, HttpStatus.UNAUTHORIZED, AgainPage.Why.OVER);
  }

  /** The issuer cannot renew the login now. */
  public void issuerAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response, HttpStatus.SERVICE_UNAVAILABLE, AgainPage.Why.ISSUER_AWAY);
  }

  /** The form has the secret of another session. */
  void otherSession(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean signedIn = HttpPages.person().isPresent();
    answer(
        request,
        response,
        HttpStatus.FORBIDDEN,
        signedIn ? AgainPage.Why.SIGNED_IN : AgainPage.Why.OVER);
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      AgainPage.Why why)
      throws IOException {
    if (isOfAScript(request)) {
      // The page's own secret is of the old session, so a script cannot go on without the person.
      HttpStatus said = status == HttpStatus.FORBIDDEN ? HttpStatus.UNAUTHORIZED : status;
      String text = pages.words(request).say("again.script." + why);
      write(
          response,
          said,
          MediaType.APPLICATION_JSON_VALUE,
          Json.mapper().writeValueAsString(Map.of("text", text)));
      return;
    }
    var page = new AgainPage(LocalPath.of(request.getRequestURI()), typed(request), why);
    var shown = pages.show(request, status, "login/again.jte", page);
    write(response, status, "text/html;charset=UTF-8", Objects.requireNonNull(shown.getBody()));
  }

  private static boolean isOfAScript(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return request.getHeader("HX-Request") != null
        || (accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE));
  }

  private static void write(
      HttpServletResponse response, HttpStatus status, String type, String body)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(type);
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<AgainPage.Field> typed(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(CSRF_FIELD))
        .flatMap(
            entry ->
                Stream.of(entry.getValue())
                    .map(value -> new AgainPage.Field(entry.getKey(), value)))
        .toList();
  }
}
