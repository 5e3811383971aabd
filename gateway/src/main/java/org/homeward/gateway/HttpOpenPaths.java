package org.homeward.gateway;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.face.access.Permit;
import org.homeward.face.guessing.GuessedLinks;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Paths that need no token: the service behind them checks a key, a signature or a random link
 * itself, or gives everybody the same answer.
 */
final class HttpOpenPaths {

  /** Signed and sealed messages of partners. */
  static final String MESSAGES = "/bridge/v1/messages";

  /** Signed and sealed requests of partners that hold a case, for its photos. */
  static final String PHOTOS = "/bridge/v1/photos";

  /** Paths that everybody reads of public alerts. */
  static final String PUBLIC = "/api/v1/public/**";

  /** Pictures among them. */
  static final String PUBLIC_PHOTOS = "/api/v1/public/notices/*/photos/*/*";

  /** Only read: with a desk's key, a token being looked at when there is one, or by everybody. */
  private static final List<String> ONLY_READ =
      List.of("/api/v1/feeds/**", "/api/v1/notices/**", PUBLIC);

  /** With a desk's key, or with a token. */
  static final String ACKNOWLEDGE = "/api/v1/notices/{id}/acknowledge";

  private static final List<String> LINKS =
      List.of(
          "/api/v1/subscriptions/confirm/{token}",
          "/api/v1/subscriptions/leave/{token}",
          "/api/v1/answers/{token}");

  /** The page of a volunteer: the secret is in the body. */
  private static final List<String> PREFERENCES =
      Stream.of(
              "",
              "/open",
              "/show",
              "/change",
              "/phone",
              "/phone/prove",
              "/phone/drop",
              "/export",
              "/leave")
          .map(part -> "/api/v1/subscriptions/preferences" + part)
          .toList();

  private static final List<PathPattern> LINK_PATTERNS =
      LINKS.stream().map(PathPatternParser.defaultInstance::parse).toList();

  private HttpOpenPaths() {}

  /** Paths whose last part somebody could try to guess. */
  static GuessedLinks links() {
    return new GuessedLinks(LINKS);
  }

  static boolean isOnlyRead(String path) {
    return ONLY_READ.contains(path);
  }

  /** Links in mails: their button and a mail program's one click (RFC 8058) post a form. */
  static boolean isLink(PathContainer path) {
    return LINK_PATTERNS.stream().anyMatch(link -> link.matches(path));
  }

  static List<Permit> permits() {
    return Stream.of(
            ONLY_READ.stream().map(path -> Permit.open(HttpMethod.GET, path)),
            LINKS.stream().map(path -> Permit.open(HttpMethod.GET, path)),
            LINKS.stream().map(path -> Permit.open(HttpMethod.POST, path)),
            PREFERENCES.stream().map(path -> Permit.open(HttpMethod.POST, path)),
            Stream.of(
                Permit.open(HttpMethod.POST, "/api/v1/subscriptions"),
                Permit.open(HttpMethod.POST, "/api/v1/tips"),
                Permit.open(HttpMethod.POST, "/api/v1/tips/pictured"),
                Permit.open(HttpMethod.POST, ACKNOWLEDGE),
                // With a token, or with the key of the host.
                Permit.open(HttpMethod.POST, "/api/v1/stops"),
                Permit.open(HttpMethod.POST, MESSAGES),
                Permit.open(HttpMethod.POST, PHOTOS)),
            HttpPagePaths.permits())
        .flatMap(permits -> permits)
        .toList();
  }
}
