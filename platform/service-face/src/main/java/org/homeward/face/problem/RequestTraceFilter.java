package org.homeward.face.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.CloseNowException;
import org.homeward.face.trace.Trace;
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
    var id = RequestTrace.of(request);
    var trace = Trace.following(request.getHeader(Trace.HEADER));
    response.setHeader(RequestTrace.HEADER, id);
    try (var _ = MDC.putCloseable(RequestTrace.LOG_KEY, id);
        var _ = trace.open()) {
      try {
        chain.doFilter(new Traced(request, id, trace), response);
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
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    log.info(
        "{} {} {} {} ms {}",
        METHODS.contains(request.getMethod()) ? request.getMethod() : "-",
        pattern == null ? "-" : pattern,
        response.getStatus(),
        TimeUnit.NANOSECONDS.toMillis(nanos),
        RequestTrace.of(request));
  }

  /** Shows the effective ids to whoever forwards the request, and nothing else that traces. */
  private static final class Traced extends HttpServletRequestWrapper {

    /** Callers may write more than ids here. */
    private static final Set<String> HIDDEN = Set.of("tracestate", "baggage");

    private final Map<String, String> effective;

    private Traced(HttpServletRequest request, String id, Trace trace) {
      super(request);
      effective =
          Map.of(RequestTrace.HEADER.toLowerCase(Locale.ROOT), id, Trace.HEADER, trace.header());
    }

    @Override
    public @Nullable String getHeader(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (HIDDEN.contains(lower)) {
        return null;
      }
      String mine = effective.get(lower);
      return mine == null ? super.getHeader(name) : mine;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (HIDDEN.contains(lower)) {
        return Collections.emptyEnumeration();
      }
      String mine = effective.get(lower);
      return mine == null ? super.getHeaders(name) : Collections.enumeration(Set.of(mine));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      var names = Collections.list(super.getHeaderNames());
      names.removeIf(name -> HIDDEN.contains(name.toLowerCase(Locale.ROOT))); // upholds 8
      names.removeIf(name -> effective.containsKey(name.toLowerCase(Locale.ROOT)));
      names.addAll(effective.keySet());
      return Collections.enumeration(names);
    }
  }
}
