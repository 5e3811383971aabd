package org.homeward.face.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerClaimsTest {

  private final CallerClaims claims = new CallerClaims();

  @Test
  void aTokenNamesLoginPersonAndRoles() {
    var token = token("p-1", List.of("operator", "partner-desk"));

    assertThat(claims.validate(token).hasErrors()).isFalse();
    var caller = CallerClaims.caller(token);
    assertThat(caller.subject()).isEqualTo("ana-2");
    assertThat(caller.person()).isEqualTo("p-1");
    assertThat(caller.roles()).containsExactlyInAnyOrder(Role.OPERATOR, Role.PARTNER_DESK);
    assertThat(caller.is(Role.OPERATOR)).isTrue();
  }

  @Test
  void aCallerPrintsNeitherLoginNorRoles() {
    assertThat(CallerClaims.caller(token("p-1", List.of("dpo"))).toString())
        .isEqualTo("Caller[p-1]");
  }

  @Test
  void aTokenWithoutPersonIsRefused() {
    assertThat(claims.validate(token(null, List.of("operator"))).hasErrors()).isTrue();
    assertThat(claims.validate(token(" ", List.of("operator"))).hasErrors()).isTrue();
    assertThat(claims.validate(token(7, List.of("operator"))).hasErrors()).isTrue();
  }

  @Test
  void rolesThatAreUnknownHereGiveNothing() {
    assertThat(CallerClaims.caller(token("p", List.of("root", "OPERATOR", 5))).roles()).isEmpty();
    assertThat(CallerClaims.caller(token("p", "operator")).roles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"admin,dpo", "admin,supervisor", "supervisor,dpo"})
  void rolesThatNobodyMayHoldTogetherAreRefused(String one, String other) {
    assertThat(claims.validate(token("p", List.of("operator", one, other))).hasErrors()).isTrue();
    assertThat(claims.validate(token("p", List.of("operator", one))).hasErrors()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aRoleIsFoundByTheNameItHasInTokens(Role role) {
    assertThat(Role.ofWire(role.wire())).contains(role);
    assertThat(role.authority()).isEqualTo("ROLE_" + role.wire()).doesNotContain("partner_");
  }

  @Test
  void aDeskIsAnIdOrTheTokenIsRefused() {
    var officer = unfinished("p", List.of("police")).claim("desk", "desk-1").build();
    var odd = unfinished("p", List.of("police")).claim("desk", "../desk 1").build();
    var none = token("p", List.of("police"));

    assertThat(claims.validate(officer).hasErrors()).isFalse();
    assertThat(CallerClaims.caller(officer).desk()).isEqualTo("desk-1");
    assertThat(claims.validate(odd).hasErrors()).isTrue();
    assertThat(CallerClaims.caller(none).desk()).isNull();
  }

  private static Jwt token(Object person, Object roles) {
    return unfinished(person, roles).build();
  }

  private static Jwt.Builder unfinished(Object person, Object roles) {
    var token =
        Jwt.withTokenValue("token")
            .header("alg", "ES256")
            .subject("ana-2")
            .expiresAt(Instant.EPOCH)
            .claim("roles", roles);
    return person == null ? token : token.claim("person", person);
  }
}
