package org.homeward.intake.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.homeward.face.access.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sees who comes with which token; a store that is away keeps nobody from stopping something. */
final class HttpStaffFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(HttpStaffFilter.class);

  private final KnowStaff staff;

  HttpStaffFilter(KnowStaff staff) {
    this.staff = staff;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token) {
      seen(token);
    }
    chain.doFilter(request, response);
  }

  private void seen(JwtAuthenticationToken token) {
    String person = token.getToken().getClaimAsString("person");
    try {
      if (person != null) {
        staff.seen(person, roles(token), token.getToken().getClaimAsString("name"));
      }
    } catch (RuntimeException e) {
      LOG.warn("a person's roles are remembered later: {}", e.getClass().getName());
    }
  }

  private static Set<Role> roles(JwtAuthenticationToken token) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    token
        .getAuthorities()
        .forEach(
            held -> {
              for (Role role : Role.values()) {
                if (role.authority().equals(held.getAuthority())) roles.add(role);
              }
            });
    return roles;
  }
}
