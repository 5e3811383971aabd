package org.homeward.face.guessing;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A secret that a request comes with and that could be guessed; tokens cannot, they are signed.
 *
 * @param kind {@code login}, or {@code link}: a random word in a path
 * @param login for whom it would be; empty for a link
 * @param wrong the status that says it was a wrong one
 */
record GuessedSecret(String kind, String login, int wrong) {

  private static final String BASIC = "basic ";

  static Optional<GuessedSecret> in(HttpServletRequest request, List<PathPattern> links) {
    String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (credentials != null && credentials.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.of(new GuessedSecret("login", user(credentials), 401));
    }
    if (links.isEmpty()) {
      return Optional.empty();
    }
    var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return links.stream().anyMatch(link -> link.matches(path))
        ? Optional.of(new GuessedSecret("link", "", 404))
        : Optional.empty();
  }

  private static String user(String credentials) {
    try {
      byte[] pair = Base64.getDecoder().decode(credentials.substring(BASIC.length()).strip());
      String text = new String(pair, StandardCharsets.UTF_8);
      return text.substring(0, Math.max(0, text.indexOf(':')));
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
