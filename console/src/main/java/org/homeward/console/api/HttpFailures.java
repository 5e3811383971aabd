package org.homeward.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.homeward.console.login.IssuerAway;
import org.homeward.console.login.LoginOver;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.LocalPath;
import org.homeward.face.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Pages about what went wrong: which part is away, and what still works. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HttpFailures {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFailures.class);

  private final HttpPages pages;

  HttpFailures(HttpPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> failed(HttpServletRequest request, ApiFailed failure) {
    return switch (failure.answer()) {
      case Answer.Away(String what) -> show(request, HttpStatus.SERVICE_UNAVAILABLE, "away", what);
      case Answer.Refused(int status, _, _) when status == 401 -> over(request, new LoginOver());
      case Answer.Refused(int status, _, _) when status == 403 ->
          show(request, HttpStatus.FORBIDDEN, "not-for-you", "");
      case Answer.Refused(int status, _, _) when status == 410 ->
          show(request, HttpStatus.GONE, "gone", "");
      case Answer.Refused(int status, _, _) when status == 429 ->
          show(request, HttpStatus.TOO_MANY_REQUESTS, "away", "gateway");
      case Answer.Refused _ -> show(request, HttpStatus.NOT_FOUND, "not-here", "");
      case Answer.Done _ -> throw new IllegalStateException("an answer is no failure");
    };
  }

  @ExceptionHandler
  ResponseEntity<String> over(HttpServletRequest request, LoginOver over) {
    String login = "/login?why=over&to=" + LocalPath.of(request.getRequestURI());
    boolean isPart = request.getHeader("HX-Request") != null;
    return isPart
        ? ResponseEntity.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", login).build()
        : ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(login)).build();
  }

  @ExceptionHandler
  ResponseEntity<String> away(HttpServletRequest request, IssuerAway away) {
    return show(request, HttpStatus.SERVICE_UNAVAILABLE, "away", "issuer");
  }

  @ExceptionHandler
  ResponseEntity<String> problem(HttpServletRequest request, ProblemException problem) {
    return show(request, HttpStatus.NOT_FOUND, "not-here", "");
  }

  /** Everything else: the framework's own refusals, and bugs. */
  @ExceptionHandler
  ResponseEntity<String> other(HttpServletRequest request, Exception failure) {
    if (failure instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError()) {
      return show(request, HttpStatus.NOT_FOUND, "not-here", "");
    }
    LOG.error("a page failed: {}", failure.getClass().getName(), failure);
    return show(request, HttpStatus.INTERNAL_SERVER_ERROR, "bug", "");
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatus status, String kind, String what) {
    var page = pages.show(request, status, "api/failure.jte", new FailurePage(kind, what));
    return status == HttpStatus.SERVICE_UNAVAILABLE
        ? ResponseEntity.status(status)
            .headers(page.getHeaders())
            .header(HttpHeaders.RETRY_AFTER, "5")
            .body(page.getBody())
        : page;
  }
}
