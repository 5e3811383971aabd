package org.homeward.face.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, in MVC and before it: one shape, no content negotiation. */
public final class Problems {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String CUT_OFF = Problems.class.getName() + ".cutOff";

  private Problems() {}

  /** The body, UTF-8. */
  public static byte[] body(Problem problem) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", problem.kind().type().toString());
    members.put("title", problem.kind().title());
    members.put("status", problem.kind().status());
    members.put("detail", problem.kind().remedy());
    if (!problem.errors().isEmpty()) {
      members.put("errors", problem.errors());
    }
    members.putAll(problem.extensions());
    return JSON.writeValueAsBytes(members);
  }

  /**
   * Replaces whatever was about to be answered. Once the answer is under way that is impossible:
   * then the connection is cut when the request ends, or half an answer would look whole.
   */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      // A request that could not be read is answered by Tomcat itself, through our error
      // controller.
      if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null) {
        request.setAttribute(CUT_OFF, true);
      }
      return;
    }
    // Headers too: an ETag or Location of the answer that failed would be a lie.
    response.reset();
    var trace = RequestTrace.of(request);
    response.setHeader(RequestTrace.HEADER, trace);
    // Here too: not every problem passes the filters that set them.
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setStatus(problem.kind().status());
    problem.headers().forEach(response::setHeader);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding((String) null);
    var body = body(problem.kind().status() == 500 ? problem.with("trace", trace) : problem);
    response.setContentLength(body.length);
    if (!"HEAD".equals(request.getMethod())) {
      response.getOutputStream().write(body);
    }
  }

  /** Whether the answer of this request must not look complete. */
  static boolean isCutOff(HttpServletRequest request) {
    return request.getAttribute(CUT_OFF) != null;
  }
}
