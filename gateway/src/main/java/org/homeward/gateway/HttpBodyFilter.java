package org.homeward.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.homeward.face.conditional.ReadRequest;
import org.homeward.face.door.WaitingBodies;
import org.homeward.face.problem.FaceProblem;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Reads the whole body, up to a limit, before anything is sent or a place is taken; only the
 * service interprets it. No forms but those that {@link HttpFormFilter} has read: the gateway would
 * move a form's fields into the URL, where names must not stand.
 */
final class HttpBodyFilter extends OncePerRequestFilter {

  private final int maxBytes;
  private final WaitingBodies bodies;

  HttpBodyFilter(int maxBytes, WaitingBodies bodies) {
    this.maxBytes = maxBytes;
    this.bodies = bodies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean read = WebUtils.getNativeRequest(request, ReadRequest.class) != null;
    if (isForm(request) && !read) {
      throw FaceProblem.UNSUPPORTED_MEDIA_TYPE.exception(); // upholds 8
    }
    try (var room = bodies.room(request, maxBytes)) {
      chain.doFilter(read ? request : ReadRequest.of(request, room), response);
    } finally {
      release(request);
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
        && type.toLowerCase(Locale.ROOT)
            .stripLeading()
            .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  /**
   * The gateway would never read an answer that it turned into a 304 by itself, and its connection
   * would be lost.
   */
  private static void release(HttpServletRequest request) {
    if (request.getAttribute(MvcUtils.CLIENT_RESPONSE_ATTR) instanceof ClientHttpResponse answer) {
      answer.close();
    }
  }
}
