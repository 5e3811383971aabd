package org.homeward.face.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.homeward.face.access.Permissions.Verdict;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** Checks every request against the table and refuses with 404, 405, 401 or 403, in this order. */
final class PermissionGate implements AuthorizationManager<RequestAuthorizationContext> {

  private static final String METRICS = "/actuator/prometheus";

  /**
   * All there is at the management port: health without details is for everybody, the rest for
   * administrators. No other port knows these paths.
   */
  static final Permissions ACTUATOR =
      Permissions.of(
          Permit.open(HttpMethod.GET, "/actuator/health"),
          Permit.open(HttpMethod.GET, "/actuator/health/**"),
          Permit.of(HttpMethod.GET, METRICS, Role.ADMIN),
          Permit.of(HttpMethod.GET, "/actuator/**", Role.ADMIN),
          Permit.of(HttpMethod.POST, "/actuator/**", Role.ADMIN));

  private static final List<String> FORWARDING =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  private final Permissions permissions;

  PermissionGate(Permissions permissions) {
    this.permissions = permissions;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    var request = context.getRequest();
    return new AuthorizationDecision(
        switch (verdict(request)) {
          case Verdict.Covered(var permit) ->
              permit.isOpen() || metricsFromHere(request) || holds(authentication.get(), permit);
          case Verdict.OtherMethods _, Verdict.UnknownPath _ -> false;
        });
  }

  /** Why this request was refused. */
  Problem refusal(HttpServletRequest request, FaceProblem ofCovered) {
    return switch (verdict(request)) {
      case Verdict.Covered _ -> ofCovered.problem();
      case Verdict.UnknownPath _ -> FaceProblem.NOT_FOUND.problem();
      case Verdict.OtherMethods(var allowed) ->
          FaceProblem.METHOD_NOT_ALLOWED
              .problem()
              .header(
                  HttpHeaders.ALLOW,
                  allowed.stream()
                      .map(HttpMethod::name)
                      .sorted()
                      .collect(Collectors.joining(", ")));
    };
  }

  private Verdict verdict(HttpServletRequest request) {
    var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return permissions.verdict(HttpMethod.valueOf(request.getMethod()), path);
  }

  private static boolean holds(@Nullable Authentication authentication, Permit permit) {
    return authentication != null
        && authentication.isAuthenticated()
        && authentication.getAuthorities().stream()
            .anyMatch(
                held ->
                    permit.roles().stream()
                        .anyMatch(role -> role.authority().equals(held.getAuthority())));
  }

  /** A scraper on the same machine needs no token; what a proxy here passes on is not from here. */
  private static boolean metricsFromHere(HttpServletRequest request) {
    if (!request.getRequestURI().equals(METRICS)
        || FORWARDING.stream().anyMatch(name -> request.getHeader(name) != null)) {
      return false;
    }
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
