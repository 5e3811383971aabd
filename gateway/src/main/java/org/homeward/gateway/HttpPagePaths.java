package org.homeward.gateway;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.face.access.Permit;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Pages of the console. It knows who is logged in by its own cookie; its forms come through as
 * bodies.
 */
final class HttpPagePaths {

  /** A pattern of everything that is neither the API nor a message of a partner. */
  static final String NO_API = "/{page:(?!api$|bridge$).*}/**";

  private static final List<PathPattern> FORM_PATTERNS =
      PagePaths.WITH_FORMS.stream().map(PathPatternParser.defaultInstance::parse).toList();

  private HttpPagePaths() {}

  static boolean takesForms(PathContainer path) {
    return FORM_PATTERNS.stream().anyMatch(form -> form.matches(path));
  }

  static Stream<Permit> permits() {
    return Stream.concat(
        PagePaths.all().map(path -> Permit.open(HttpMethod.GET, path)),
        PagePaths.WITH_FORMS.stream().map(path -> Permit.open(HttpMethod.POST, path)));
  }
}
