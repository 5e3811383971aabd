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
 * @param link whether a random word stands in the path; a header beside it changes nothing about it
 * @param login the fingerprint of the login it is for; empty for none
 * @param credentials the fingerprint of login and secret; empty when there are none
 */
record GuessedSecret(boolean link, String login, String credentials) {

  static final String LOGIN = "login";
  static final String LINK = "link";

  private static final String BASIC = "basic ";

  static Optional<GuessedSecret> in(HttpServletRequest request, List<PathPattern> links) {
    boolean link = isLink(request, links);
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      String credentials = header.substring(BASIC.length()).strip();
      return Optional.of(new GuessedSecret(link, user(credentials), Fingerprint.of(credentials)));
    }
    return link ? Optional.of(new GuessedSecret(true, "", "")) : Optional.empty();
  }

  /** Which secret was wrong, by the answer's status: a login's, a link's, or none. */
  Optional<String> wrong(int status) {
    if (status == 401 && !credentials.isEmpty()) {
      return Optional.of(LOGIN);
    }
    return link && status == 404 ? Optional.of(LINK) : Optional.empty();
  }

  boolean isRight(int status) {
    return !credentials.isEmpty() && status >= 200 && status < 400;
  }

  private static boolean isLink(HttpServletRequest request, List<PathPattern> links) {
    if (links.isEmpty()) {
      return false;
    }
    var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return links.stream().anyMatch(link -> link.matches(path));
  }

  private static String user(String credentials) {
    try {
      String text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      int end = text.indexOf(':');
      return end <= 0 ? "" : Fingerprint.of(text.substring(0, end));
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
