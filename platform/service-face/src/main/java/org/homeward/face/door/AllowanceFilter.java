package org.homeward.face.door;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a request its place once its caller is known and its whole body is there, so that a slow
 * sender takes no place.
 */
final class AllowanceFilter extends OncePerRequestFilter {

  private final Allowances allowances;

  AllowanceFilter(Allowances allowances) {
    this.allowances = allowances;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Allowances.Place place = allowances.take(request);
    boolean stays = false;
    try {
      chain.doFilter(request, response);
      if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(new Leaving(place));
        stays = true;
      }
    } finally {
      if (!stays) {
        place.close();
      }
    }
  }

  /** An answer that goes on without its thread keeps its place until it ends. */
  private record Leaving(Allowances.Place place) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      place.close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Completion follows.
    }

    @Override
    public void onError(AsyncEvent event) {
      // Completion follows.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
