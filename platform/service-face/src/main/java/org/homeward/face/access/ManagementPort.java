package org.homeward.face.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Requests that came in at the management port, whatever they claim about themselves. */
final class ManagementPort implements RequestMatcher {

  private static final String NAMESPACE = "management"; // Spring Boot's name of that server

  @Override
  public boolean matches(HttpServletRequest request) {
    var server = WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
    return WebServerApplicationContext.hasServerNamespace(server, NAMESPACE);
  }
}
