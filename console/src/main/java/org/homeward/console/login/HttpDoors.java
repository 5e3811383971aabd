package org.homeward.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.LocalPath;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers requests of people who are not logged in, or not any more: nothing typed is lost. */
final class HttpDoors implements AuthenticationEntryPoint, AccessDeniedHandler {

  static final String SIGN_OUT = "/logout";
  static final String SIGNED_OUT = "/login?why=signed-out";

  private final HttpAgain again;
  private final String address;

  /**
   * @param address where browsers reach the node
   */
  HttpDoors(HttpAgain again, String address) {
    this.again = again;
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
    if (isStream(request)) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    if (isSignOut(request)) {
      response.sendRedirect(SIGNED_OUT);
      return;
    }
    String to = LocalPath.of(request.getRequestURI(), request.getQueryString());
    response.sendRedirect("/login" + (to.equals("/") ? "" : "?to=" + LocalPath.inQuery(to)));
  }

  /** A form without its secret: its session is over, or another page sent it. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (isSignOut(request) && HttpPages.person().isEmpty()) {
      response.sendRedirect(SIGNED_OUT); // nothing is left to end
      return;
    }
    boolean ours =
        address.equals(request.getHeader(HttpHeaders.ORIGIN))
            || "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    if (!ours) {
      response.sendRedirect("/login");
      return;
    }
    again.otherSession(request, response);
  }

  /** A stream cannot show a login; the page around it says that it has lost its connection. */
  private static boolean isStream(HttpServletRequest request) {
    return MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
  }

  private static boolean isSignOut(HttpServletRequest request) {
    return request.getRequestURI().equals(SIGN_OUT);
  }
}
