package org.homeward.face.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id that joins a request's answer with its log lines, here and behind the gateway. */
public final class RequestTrace {

  /** Request and response header. */
  public static final String HEADER = "X-Request-Id";

  /** Key in the logging context. */
  public static final String LOG_KEY = "http.request.id";

  private static final String ATTRIBUTE = RequestTrace.class.getName();
  private static final Pattern RANDOM_LOOKING = Pattern.compile("[0-9a-f]{8}[0-9a-f-]{8,28}");

  private RequestTrace() {}

  /** The request's id: the one it came with when that can only be an id, else a new one. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    var trace = request.getHeader(HEADER);
    trace = trace == null ? fresh() : trace;
    trace = RANDOM_LOOKING.matcher(trace).matches() ? trace : fresh(); // upholds 8
    request.setAttribute(ATTRIBUTE, trace);
    return trace;
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
