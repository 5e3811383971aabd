package org.homeward.console.sessions;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Marks requests that a page sends by itself: nobody has used the session, so an unattended screen
 * comes to its end.
 */
final class HttpPolls implements Filter {

  /** Every open page has one stream of what changes, used or not. */
  private static final String LIVE = "/live";

  private static final ScopedValue<Boolean> POLL = ScopedValue.newInstance();

  static boolean isOne() {
    return POLL.isBound();
  }

  /** A person's own click is no such request, and neither is the saving of her draft. */
  private static boolean isOfAScript(ServletRequest request) {
    return request instanceof HttpServletRequest http
        && http.getMethod().equals("GET")
        && (http.getHeader("HX-Request") != null || LIVE.equals(http.getRequestURI()));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isOfAScript(request)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      ScopedValue.where(POLL, true)
          .<Boolean, Exception>call(
              () -> {
                chain.doFilter(request, response);
                return true;
              });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
