package org.homeward.face.conditional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.homeward.face.door.WaitingBodies;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Reads the whole body, counting the actual bytes, before anything uses it: too many are 413, and
 * the same bytes can then be hashed and parsed.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

  private final int maxBytes;
  private final WaitingBodies bodies;

  BodyLimitFilter(int maxBytes, WaitingBodies bodies) {
    this.maxBytes = maxBytes;
    this.bodies = bodies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (var room = bodies.room(request, maxBytes)) {
      chain.doFilter(ReadRequest.of(request, room), response);
    }
  }

  /** The hash of the body of a request that has passed this filter. */
  static String hash(HttpServletRequest request) {
    var read = WebUtils.getNativeRequest(request, ReadRequest.class);
    if (read == null) {
      throw new IllegalStateException("the body has not been read yet");
    }
    return read.hash();
  }
}
