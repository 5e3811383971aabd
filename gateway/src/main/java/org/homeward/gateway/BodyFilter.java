package org.homeward.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.homeward.face.conditional.ReadRequest;
import org.homeward.face.problem.FaceProblem;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Lets bodies through up to a limit, and no forms but those that {@link LinkFormFilter} has read:
 * the gateway would move a form's fields into the URL, where names must not stand.
 *
 * <p>A body that announces its length streams through, and Tomcat takes no byte more. One that
 * comes in chunks is read before anything is sent: the client ends a chunked request properly even
 * when we break it off, and the service would take half a body for a whole one.
 */
final class BodyFilter extends OncePerRequestFilter {

  private final int maxBytes;

  BodyFilter(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean read = WebUtils.getNativeRequest(request, ReadRequest.class) != null;
    if (isForm(request) && !read) {
      throw FaceProblem.UNSUPPORTED_MEDIA_TYPE.exception(); // upholds 8
    }
    if (request.getContentLengthLong() > maxBytes) {
      throw FaceProblem.TOO_LARGE.exception();
    }
    boolean chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    try {
      chain.doFilter(chunked && !read ? ReadRequest.of(request, maxBytes) : request, response);
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
   * An answer that the gateway turned into a 304 by itself is never read: its connection would be
   * lost.
   */
  private static void release(HttpServletRequest request) {
    if (request.getAttribute(MvcUtils.CLIENT_RESPONSE_ATTR) instanceof ClientHttpResponse answer) {
      answer.close();
    }
  }
}
