package org.homeward.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.homeward.face.problem.Problem;
import org.homeward.gateway.AwayPage.Form;
import org.homeward.gateway.AwayPage.Reader;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers a browser with a page while the console is away. Whatever does not ask for {@code
 * text/html}, as scripts and programs, gets the problem.
 */
final class HttpAwayPage implements HandlerFilterFunction<ServerResponse, ServerResponse> {

  private static final List<PathPattern> PUBLIC =
      List.of(PagePaths.NOTICE, PagePaths.NOTICE_PHOTO, PagePaths.NOTICES, PagePaths.PREFERENCES)
          .stream()
          .map(PathPatternParser.defaultInstance::parse)
          .toList();
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);
  private static final String REFRESH = "Refresh";
  private static final String EVERY_HALF_MINUTE = "30";
  private static final String EVERY_MINUTE = "60";

  private final AwayPage page;

  HttpAwayPage(AwayPage page) {
    this.page = page;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    try {
      return next.handle(request);
    } catch (Exception failed) {
      Optional<Problem> away = UpstreamFailure.away(failed);
      if (away.isEmpty() || !wantsPage(request)) {
        throw failed;
      }
      return answer(request, away.get(), form(request, failed));
    }
  }

  private ServerResponse answer(ServerRequest request, Problem away, Form form) {
    Reader reader = reader(request);
    var wished = Collections.list(request.servletRequest().getLocales());
    byte[] body = page.html(reader, form, wished).getBytes(UTF_8);
    var answer =
        ServerResponse.status(away.kind().status())
            .contentType(HTML)
            .contentLength(body.length)
            .cacheControl(CacheControl.noStore())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
            .header("Content-Security-Policy", AwayPage.policy());
    away.headers().forEach(answer::header);
    // A form that was stored nowhere stays in the browser until its reader loads the page again.
    if (form == Form.READ && reader != Reader.TIP) {
      answer.header(REFRESH, reader == Reader.STAFF ? EVERY_HALF_MINUTE : EVERY_MINUTE);
    }
    return answer.build(
        (_, response) -> {
          response.getOutputStream().write(body);
          return null;
        });
  }

  /**
   * A script of a page says {@code *}{@code /*}; only a browser that shows the answer says this.
   */
  private static boolean wantsPage(ServerRequest request) {
    try {
      return request.headers().accept().stream()
          .anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  /** The same page for every code of a notice. */
  private static Reader reader(ServerRequest request) {
    var path = PathContainer.parsePath(request.path());
    if (PUBLIC.stream().anyMatch(pattern -> pattern.matches(path))) {
      return Reader.NOTICE;
    }
    return request.path().equals(PagePaths.TIP) || request.path().equals(PagePaths.TIP_PICTURED)
        ? Reader.TIP
        : Reader.STAFF;
  }

  private static Form form(ServerRequest request, Exception failed) {
    if (!request.method().equals(HttpMethod.POST)) {
      return Form.READ;
    }
    return UpstreamFailure.isUnsent(failed) ? Form.NOT_SENT : Form.UNSURE;
  }
}
