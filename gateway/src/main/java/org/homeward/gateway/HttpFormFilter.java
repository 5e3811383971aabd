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
 * Reads the body of the forms there are, before anybody asks for a parameter: then its fields stay
 * a body, and none of them gets into a URL. They are forms of pages, and the button of a link in a
 * mail, which posts less than a kilobyte.
 */
final class HttpFormFilter extends OncePerRequestFilter {

  private static final int MAX_OF_LINK = 1024;

  private final int maxOfPage;
  private final WaitingBodies bodies;

  HttpFormFilter(int maxOfPage, WaitingBodies bodies) {
    this.maxOfPage = maxOfPage;
    this.bodies = bodies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    boolean isLink = HttpOpenPaths.isLink(path);
    boolean posted =
        HttpMethod.POST.matches(request.getMethod()) && (isLink || HttpPagePaths.takesForms(path));
    if (!posted) {
      chain.doFilter(request, response);
      return;
    }
    try (var room = bodies.room(request, isLink ? MAX_OF_LINK : maxOfPage)) {
      chain.doFilter(ReadRequest.of(request, room), response);
    }
  }
}
