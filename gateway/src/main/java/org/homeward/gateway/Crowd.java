package org.homeward.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.homeward.face.problem.FaceProblem;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests at a time; who comes when it is full is told to come again. Each one that waits
 * for a slow service holds its thread's stack and its buffers: without a bound they fill the heap,
 * and then nobody is answered any more, not even when the service is quick again.
 */
final class Crowd extends OncePerRequestFilter {

  private static final String STREAM = "/api/v1/feeds/police/stream";

  private final Semaphore places;

  Crowd(int most) {
    places = new Semaphore(most);
  }

  /** Streams stay for hours, and the connections to their service bound them. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().equals(STREAM);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!places.tryAcquire()) {
      throw FaceProblem.UNAVAILABLE.exception();
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }
}
