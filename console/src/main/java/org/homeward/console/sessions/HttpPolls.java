package org.homeward.console.sessions;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Marks requests that a page sends by itself: nobody has used the session, so an unattended screen
 * comes to its end.
 */
final class HttpPolls implements Filter {

  /** The lists that refresh themselves. */
  static final String[] LISTS = {
    "/desk/list", "/handovers/list", "/handovers/ours/list", "/police/list"
  };

  private static final ScopedValue<Boolean> POLL = ScopedValue.newInstance();

  static boolean isOne() {
    return POLL.isBound();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
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
