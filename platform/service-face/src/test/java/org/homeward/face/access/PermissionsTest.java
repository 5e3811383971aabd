package org.homeward.face.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.util.Set;
import org.homeward.face.access.Permissions.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class PermissionsTest {

  private final Permissions permissions =
      Permissions.of(
          Permit.anyRole(GET, "/cases/**"),
          Permit.of(GET, "/cases/{id}", Role.OPERATOR, Role.SUPERVISOR),
          Permit.of(PATCH, "/cases/{id}", Role.OPERATOR),
          Permit.open(GET, "/notices/{id}"));

  @Test
  void theMostSpecificPathDecides() {
    assertThat(permits(GET, "/cases/1")).containsExactlyInAnyOrder(Role.OPERATOR, Role.SUPERVISOR);
    assertThat(permits(GET, "/cases/1/reports")).hasSize(Role.values().length);
  }

  @Test
  void aGetPermitCoversHead() {
    assertThat(permits(HEAD, "/cases/1")).contains(Role.OPERATOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/case", "/notices", "/notices/1/2", "/notices/1/", "/NOTICES/1"})
  void whatNoRowCoversIsUnknown(String path) {
    assertThat(permissions.verdict(GET, path)).isEqualTo(new Verdict.UnknownPath());
  }

  @Test
  void otherMethodsOfAKnownPathAreNamed() {
    assertThat(permissions.verdict(DELETE, "/cases/1"))
        .isEqualTo(new Verdict.OtherMethods(Set.of(GET, PATCH)));
    assertThat(permissions.verdict(POST, "/notices/1"))
        .isEqualTo(new Verdict.OtherMethods(Set.of(GET)));
  }

  @Test
  void twoRowsForTheSameAreRefused() {
    var row = Permit.open(GET, "/a");
    assertThatThrownBy(() -> Permissions.of(row, Permit.of(GET, "/a", Role.DPO)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET /a");
  }

  @Test
  void theTableIsMarkdownInAStableOrder() {
    assertThat(permissions.table())
        .isEqualTo(
            """
            | method | path | who |
            |---|---|---|
            | GET | `/cases/**` | any role |
            | GET | `/cases/{id}` | operator, supervisor |
            | PATCH | `/cases/{id}` | operator |
            | GET | `/notices/{id}` | open |
            """);
  }

  private Set<Role> permits(HttpMethod method, String path) {
    return ((Verdict.Covered) permissions.verdict(method, path)).permit().roles();
  }
}
