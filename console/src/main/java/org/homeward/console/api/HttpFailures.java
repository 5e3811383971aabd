package org.homeward.console.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.homeward.console.login.HttpAgain;
import org.homeward.console.login.IssuerAway;
import org.homeward.console.login.LoginOver;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.LocalPath;
import org.homeward.face.problem.ProblemException;
import org.homeward.face.problem.Silenced;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pages about what went wrong: which part is away, and what still works. It comes before the
 * problems that programs get.
 */
final class HttpFailures implements HandlerExceptionResolver {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFailures.class);

  /** Whoever waits for a part of the node need not press anything. */
  private static final String EVERY_TEN_SECONDS = "10";

  private final HttpPages pages;
  private final HttpAgain again;

  HttpFailures(HttpPages pages) {
    this.pages = pages;
    this.again = new HttpAgain(pages);
  }

  @Override
  public ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    try {
      answer(request, response, failure);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModelAndView();
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    switch (failure) {
      case ApiFailed failed -> failed(request, response, failed.answer());
      case LoginOver _ -> over(request, response);
      case IssuerAway _ when isForm(request) -> again.issuerAway(request, response);
      case IssuerAway _ ->
          show(request, response, HttpStatus.SERVICE_UNAVAILABLE, "away", "issuer");
      case ProblemException _ -> show(request, response, HttpStatus.NOT_FOUND, "not-here", "");
      case ErrorResponse refusal when refusal.getStatusCode().is4xxClientError() ->
          show(request, response, HttpStatus.NOT_FOUND, "not-here", "");
      default -> {
        LOG.error("a page failed: {}", Silenced.stack(failure)); // upholds 8
        show(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "bug", "");
      }
    }
  }

  private void failed(HttpServletRequest request, HttpServletResponse response, Answer answer)
      throws IOException {
    switch (answer) {
      case Answer.Away(String what) ->
          show(request, response, HttpStatus.SERVICE_UNAVAILABLE, "away", what);
      case Answer.Refused(int status, _, _) when status == 401 -> over(request, response);
      case Answer.Refused(int status, _, _) when status == 403 ->
          show(request, response, HttpStatus.FORBIDDEN, "not-for-you", "");
      case Answer.Refused(int status, _, _) when status == 404 ->
          show(request, response, HttpStatus.NOT_FOUND, "not-here", "");
      case Answer.Refused(int status, _, _) when status == 410 ->
          show(request, response, HttpStatus.GONE, "gone", "");
      case Answer.Refused(int status, _, _) when status == 429 ->
          show(request, response, HttpStatus.TOO_MANY_REQUESTS, "away", "gateway");
      case Answer.Refused(int status, String type, _) ->
          show(request, response, HttpStatusCode.valueOf(status), "refused", type);
      case Answer.Done _ -> throw new IllegalStateException("an answer is no failure");
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }

  /** A form comes back as it was typed; a part that is refreshed leads the page to the login. */
  private void over(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (isForm(request)) {
      again.over(request, response);
      return;
    }
    String here = LocalPath.of(request.getRequestURI(), request.getQueryString());
    String login = "/login?why=over&to=" + LocalPath.inQuery(here);
    if (request.getHeader("HX-Request") == null) {
      response.sendRedirect(login);
    } else {
      response.setHeader("HX-Redirect", login);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatusCode status,
      String kind,
      String what)
      throws IOException {
    String done = Objects.requireNonNullElse(request.getParameter("done"), "");
    boolean comesBack =
        status == HttpStatus.SERVICE_UNAVAILABLE
            && kind.equals("away")
            && request.getMethod().equals("GET");
    var page = new FailurePage(kind, what, done, comesBack);
    String html = Objects.requireNonNull(pages.show(request, "api/failure.jte", page).getBody());
    response.setStatus(status.value());
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    }
    if (comesBack) {
      response.setHeader("Refresh", EVERY_TEN_SECONDS);
    }
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
  }
}
