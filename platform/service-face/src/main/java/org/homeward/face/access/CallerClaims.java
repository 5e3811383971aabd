package org.homeward.face.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads subject, person, roles and desk from a token, and refuses tokens that nobody may hold. */
final class CallerClaims implements OAuth2TokenValidator<Jwt> {

  /** The form of a person's id in message-schema: ids go into events and reveal nothing. */
  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Pairs that one person never holds together, whatever the issuer says. */
  private static final List<Set<Role>> CONFLICTS =
      List.of(
          EnumSet.of(Role.ADMIN, Role.DPO),
          EnumSet.of(Role.ADMIN, Role.SUPERVISOR),
          EnumSet.of(Role.DPO, Role.SUPERVISOR));

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    if (blank(token.getSubject())) {
      return refused("no subject");
    }
    if (!(token.getClaims().get("person") instanceof String person)
        || !OPAQUE.matcher(person).matches()) {
      return refused("no person, or one that tells something");
    }
    Object desk = token.getClaims().get("desk");
    if (desk != null && !(desk instanceof String id && OPAQUE.matcher(id).matches())) {
      return refused("a desk that is no id");
    }
    var roles = roles(token);
    if (CONFLICTS.stream().anyMatch(roles::containsAll)) {
      return refused("roles in conflict");
    }
    return OAuth2TokenValidatorResult.success();
  }

  /** The caller of a token that has passed {@link #validate}. */
  static Caller caller(Jwt token) {
    return new Caller(
        present(token.getSubject()),
        present(token.getClaimAsString("person")),
        roles(token),
        token.getClaimAsString("desk"));
  }

  private static String present(@Nullable String claim) {
    if (claim == null) {
      throw new IllegalStateException("a token came past its validation");
    }
    return claim;
  }

  /** Unknown roles give no permission. */
  private static Set<Role> roles(Jwt token) {
    var roles = EnumSet.noneOf(Role.class);
    if (token.getClaims().get("roles") instanceof List<?> names) {
      for (var name : names) {
        Role.ofWire(String.valueOf(name)).ifPresent(roles::add);
      }
    }
    return roles;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static OAuth2TokenValidatorResult refused(String why) {
    return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
  }
}
