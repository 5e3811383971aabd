package org.homeward.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case=d6c8b734-aa8c-4069-a7be-1bb6c07374ad",
        "exercise=true",
        "contact=d6c8b734-aa8c-4069-a7be-1bb6c07374ad&update=d6c8b734-aa8c-4069-a7be-1bb6c07374ad",
        "item=d6c8b734-aa8c-4069-a7be-1bb6c07374ad",
        "child=d6c8b734-aa8c-4069-a7be-1bb6c07374ad&report=d6c8b734-aa8c-4069-a7be-1bb6c07374ad",
        "case=d6c8b734-aa8c-4069-a7be-1bb6c07374ad&partner=gr",
        "by=case&id=d6c8b734-aa8c-4069-a7be-1bb6c07374ad",
        "state=LIVE"
      })
  void whatAPageIsAboutStaysToo(String query) {
    assertThat(LocalPath.of("/intake", query)).isEqualTo("/intake?" + query);
    assertThat(LocalPath.of("/intake?" + query)).isEqualTo("/intake?" + query);
    assertThat(LocalPath.inQuery("/intake?case=x&y=z")).isEqualTo("/intake%3Fcase%3Dx%26y%3Dz");
  }

  @Test
  void anyOtherQueryIsLeftOut() {
    assertThat(LocalPath.of("/desk", "order=DUE&x=//example.org")).isEqualTo("/desk");
    assertThat(LocalPath.of("/desk", null)).isEqualTo("/desk");
  }

  @Test
  void aPageOfTheConsoleStays() {
    assertThat(LocalPath.of("/cases/d6c8b734-aa8c-4069-a7be-1bb6c07374ad"))
        .isEqualTo("/cases/d6c8b734-aa8c-4069-a7be-1bb6c07374ad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "desk",
        "//example.org",
        "/\\example.org",
        "https://example.org",
        "/desk?x=1",
        "/alerts?state=//example.org",
        "/alerts?state=LIVE&done=stopped",
        "/desk#x",
        "/intake?case=d6c8b734&exercise=true",
        "/language/en?exercise=true",
        "/%2f/example.org",
        "/desk\nSet-Cookie: a=b",
        "/language/en",
        "/desk//x"
      })
  void anythingElseLeadsToTheBeginning(String wished) {
    assertThat(LocalPath.of(wished)).isEqualTo("/");
  }
}
