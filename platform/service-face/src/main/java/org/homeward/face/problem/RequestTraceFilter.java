package org.homeward.face.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Outermost: gives the request its id and turns what escapes the filters into a problem. */
final class RequestTraceFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger("org.homeward.face.requests");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS");

  private final Translation translation;

  RequestTraceFilter(Translation translation) {
    this.translation = translation;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long start = System.nanoTime();
    var trace = RequestTrace.of(request);
    response.setHeader(RequestTrace.HEADER, trace);
    try (var _ = MDC.putCloseable(RequestTrace.LOG_KEY, trace)) {
      try {
        chain.doFilter(new Traced(request, trace), response);
      } catch (IOException | ServletException | RuntimeException failure) {
        Problems.write(request, response, translation.problem(failure, request));
      }
      note(request, response, System.nanoTime() - start);
    }
    if (Problems.isCutOff(request)) {
      // The one exception that makes Tomcat close the connection without a page of log.
      throw new CloseNowException("answer cut off");
    }
  }

  /** The handler's pattern, not the path: what people write into URLs stays out of the log. */
  private static void note(HttpServletRequest request, HttpServletResponse response, long nanos) {
    if (request.getRequestURI().startsWith("/actuator")) {
      return;
    }
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    log.info(
        "{} {} {} {} ms {}",
        METHODS.contains(request.getMethod()) ? request.getMethod() : "-",
        pattern == null ? "-" : pattern,
        response.getStatus(),
        TimeUnit.NANOSECONDS.toMillis(nanos),
        RequestTrace.of(request));
  }

  /** Shows the effective id to whoever forwards the request. */
  private static final class Traced extends HttpServletRequestWrapper {

    private final String trace;

    private Traced(HttpServletRequest request, String trace) {
      super(request);
      this.trace = trace;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return RequestTrace.HEADER.equalsIgnoreCase(name) ? trace : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return RequestTrace.HEADER.equalsIgnoreCase(name)
          ? Collections.enumeration(Collections.singleton(trace))
          : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      var names = Collections.list(super.getHeaderNames());
      names.removeIf(RequestTrace.HEADER::equalsIgnoreCase);
      names.add(RequestTrace.HEADER);
      return Collections.enumeration(names);
    }
  }
}
