package org.homeward.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.homeward.face.conditional.ReadRequest;
import org.homeward.face.door.WaitingBodies;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Reads the small body that the button of a link in a mail posts, before anybody asks for a
 * parameter: then its fields stay a body, and none of them gets into a URL.
 */
final class HttpLinkFormFilter extends OncePerRequestFilter {

  private static final int MAX_BYTES = 1024;

  private final WaitingBodies bodies;

  HttpLinkFormFilter(WaitingBodies bodies) {
    this.bodies = bodies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean posted =
        HttpMethod.POST.matches(request.getMethod())
            && HttpOpenPaths.isLink(ServletRequestPathUtils.parse(request).pathWithinApplication());
    if (!posted) {
      chain.doFilter(request, response);
      return;
    }
    try (var room = bodies.room(request, MAX_BYTES)) {
      chain.doFilter(ReadRequest.of(request, room), response);
    }
  }
}
