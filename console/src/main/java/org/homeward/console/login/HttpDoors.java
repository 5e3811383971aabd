package org.homeward.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.LocalPath;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers requests of people who are not logged in, or not any more: nothing typed is lost. */
final class HttpDoors implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String CSRF_FIELD = "_csrf";

  private final HttpPages pages;
  private final String address;

  /**
   * @param address where browsers reach the node
   */
  HttpDoors(HttpPages pages, String address) {
    this.pages = pages;
    this.address = address;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
      throws IOException {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/login?why=over");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    String to = LocalPath.of(request.getRequestURI());
    response.sendRedirect("/login" + (to.equals("/") ? "" : "?to=" + to));
  }

  /** A form without its secret: its session is over, or another page sent it. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    boolean ours =
        address.equals(request.getHeader(HttpHeaders.ORIGIN))
            || "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    if (!ours) {
      response.sendRedirect("/login");
      return;
    }
    boolean signedIn = HttpPages.person().isPresent();
    var page = new AgainPage(LocalPath.of(request.getRequestURI()), typed(request), signedIn);
    var shown = pages.show(request, HttpStatus.FORBIDDEN, "login/again.jte", page);
    response.setStatus(HttpStatus.FORBIDDEN.value());
    response.setContentType("text/html;charset=UTF-8");
    response
        .getOutputStream()
        .write(Optional.ofNullable(shown.getBody()).orElse("").getBytes(StandardCharsets.UTF_8));
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
