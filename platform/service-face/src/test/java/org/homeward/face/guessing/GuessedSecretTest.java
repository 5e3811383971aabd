package org.homeward.face.guessing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class GuessedSecretTest {

  private static final String LINK = "/api/v1/subscriptions/leave/Zm9yYW5kb20";
  private static final GuessedLinks LINKS =
      new GuessedLinks(List.of("/api/v1/subscriptions/leave/{token}"));

  @Test
  void aLinkIsCountedWhateverHeaderStandsBesideIt() {
    var secret = in(LINK, "desk-7:wrong");

    assertThat(secret.wrong(404)).contains("link");
    assertThat(secret.wrong(401)).contains("login");
    assertThat(secret.wrong(200)).isEmpty();
  }

  @Test
  void aLoginIsWrongWhenItIsRefused() {
    var secret = in("/api/v1/feeds/police", "desk-7:wrong");

    assertThat(secret.wrong(401)).contains("login");
    assertThat(secret.wrong(404)).isEmpty();
  }

  @Test
  void aLongLoginIsKeptAsShortAsAnyOther() {
    var secret = in("/api/v1/feeds/police", "a".repeat(5_900) + ":wrong");
    var other = in("/api/v1/feeds/police", "a".repeat(5_901) + ":wrong");

    assertThat(secret.login()).hasSizeLessThan(64).isNotEqualTo(other.login());
    assertThat(secret.credentials()).hasSizeLessThan(64);
    assertThat(in("/api/v1/feeds/police", "a".repeat(5_900) + ":again").login())
        .isEqualTo(secret.login());
  }

  private static GuessedSecret in(String path, String credentials) {
    var request = new MockHttpServletRequest("GET", path);
    var basic = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    request.addHeader("Authorization", "Basic " + basic);
    return GuessedSecret.in(request, LINKS.patterns()).orElseThrow();
  }
}
