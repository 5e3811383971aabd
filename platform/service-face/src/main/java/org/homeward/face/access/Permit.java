package org.homeward.face.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One row of the permission table.
 *
 * @param method GET stands for HEAD too
 * @param path a Spring path pattern, as {@code /api/v1/cases/{id}}
 * @param roles any of these suffices; empty when the row is open to callers without a token
 */
public record Permit(HttpMethod method, String path, Set<Role> roles) {

  public Permit {
    PathPatternParser.defaultInstance.parse(path);
    roles = Set.copyOf(roles);
  }

  /** For people with one of these roles. */
  public static Permit of(HttpMethod method, String path, Role first, Role... others) {
    return new Permit(method, path, EnumSet.of(first, others));
  }

  /** For everybody whose token carries a role, whichever. */
  public static Permit anyRole(HttpMethod method, String path) {
    return new Permit(method, path, Set.of(Role.values()));
  }

  /** For everybody; the handler checks the caller, or there is nothing to protect. */
  public static Permit open(HttpMethod method, String path) {
    return new Permit(method, path, Set.of());
  }

  boolean isOpen() {
    return roles.isEmpty();
  }

  boolean covers(HttpMethod asked) {
    return method.equals(asked) || (method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD));
  }

  PathPattern pattern() {
    return PathPatternParser.defaultInstance.parse(path);
  }

  String who() {
    return isOpen()
        ? "open"
        : roles.size() == Role.values().length
            ? "any role"
            : roles.stream().sorted().map(Role::wire).collect(Collectors.joining(", "));
  }
}
