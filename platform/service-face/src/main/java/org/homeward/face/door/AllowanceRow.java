package org.homeward.face.door;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A path whose requests have an allowance of their own.
 *
 * @param ofKnown only requests of callers whom security has recognised from the headers
 */
public record AllowanceRow(
    HttpMethod method, PathPattern path, Allowance allowance, boolean ofKnown) {

  /** For everybody who asks there. */
  public static AllowanceRow of(HttpMethod method, String path, Allowance allowance) {
    return new AllowanceRow(method, pattern(path), allowance, false);
  }

  /** For those whose token or key is good; others take their place among all that are unknown. */
  public static AllowanceRow ofKnown(HttpMethod method, String path, Allowance allowance) {
    return new AllowanceRow(method, pattern(path), allowance, true);
  }

  boolean covers(HttpServletRequest request) {
    return method.matches(request.getMethod())
        && (!ofKnown || Callers.isKnown())
        && path.matches(ServletRequestPathUtils.parse(request).pathWithinApplication());
  }

  private static PathPattern pattern(String path) {
    return PathPatternParser.defaultInstance.parse(path);
  }
}
