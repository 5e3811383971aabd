package org.homeward.face.door;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A path whose requests have an allowance of their own.
 *
 * @param whose which callers it is for
 */
public record AllowanceRow(HttpMethod method, PathPattern path, Allowance allowance, Whose whose) {

  /** The callers of a row; others take a place of the open kind. */
  enum Whose {
    EVERYBODY,
    /** Callers that send a token or a key, even one that only the service behind looks at. */
    CREDENTIALED,
    /** Callers that security has recognised from the headers. */
    KNOWN
  }

  /** For everybody who asks there. */
  public static AllowanceRow of(HttpMethod method, String path, Allowance allowance) {
    return new AllowanceRow(method, pattern(path), allowance, Whose.EVERYBODY);
  }

  /**
   * For callers with a token or key that the service behind checks; until one is known to be valid,
   * a client has half a share.
   */
  public static AllowanceRow ofCredentialed(HttpMethod method, String path, Allowance allowance) {
    return new AllowanceRow(method, pattern(path), allowance, Whose.CREDENTIALED);
  }

  /** For callers with a valid token or key; others take a place of the open kind. */
  public static AllowanceRow ofKnown(HttpMethod method, String path, Allowance allowance) {
    return new AllowanceRow(method, pattern(path), allowance, Whose.KNOWN);
  }

  boolean covers(HttpServletRequest request) {
    return method.matches(request.getMethod())
        && isFor(request)
        && path.matches(ServletRequestPathUtils.parse(request).pathWithinApplication());
  }

  private boolean isFor(HttpServletRequest request) {
    return switch (whose) {
      case EVERYBODY -> true;
      case CREDENTIALED -> request.getHeader(HttpHeaders.AUTHORIZATION) != null;
      case KNOWN -> Callers.isKnown();
    };
  }

  /** Whether the caller's token or key may still turn out to be invalid. */
  boolean isUnverified() {
    return whose == Whose.CREDENTIALED && !Callers.isKnown();
  }

  private static PathPattern pattern(String path) {
    return PathPatternParser.defaultInstance.parse(path);
  }
}
