package org.homeward.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;

class LoginPagesTest {

  private final RenderedPages pages = new RenderedPages();

  @Test
  void everyReasonHasWordsAndAnythingElseIsNotShown() {
    for (Language language : Language.ready()) {
      for (String why : List.of("over", "issuer-away", "refused", "signed-out")) {
        assertThat(
                pages.of(language, "login/login.jte", new LoginPage("/desk", LoginPage.known(why))))
            .contains(pages.words(language).say("login.why." + why));
      }
    }
    assertThat(LoginPage.known("<script>")).isEmpty();
  }

  @Test
  void aRoleWithoutPagesIsToldSo() {
    for (Language language : Language.ready()) {
      for (String role : List.of("admin")) {
        assertThat(pages.of(language, "login/start.jte", new StartPage(List.of(role))))
            .contains(pages.words(language).say("start.role." + role));
      }
    }
    assertThat(pages.of(Language.ENGLISH, "login/start.jte", new StartPage(List.of("<b>"))))
        .contains("Your login has no role here")
        .doesNotContain("<b>");
  }

  @Test
  void signingOutEverywhereSaysWhatItEnds() {
    for (Language language : Language.ready()) {
      String html =
          pages.of(
              language, "login/me.jte", new MePage("<b>Ana", List.of("operator"), List.of("now")));
      assertThat(html)
          .contains(pages.words(language).say("me.effect"), "name=\"everywhere\"")
          .doesNotContain("<b>");
    }
    assertThat(pages.of(Language.ENGLISH, "login/back.jte", new BackPage())).contains("<hw-back>");
  }

  @Test
  void whatWasTypedComesBackInFieldsAndIsNeverMarkup() {
    var plain = HostileTexts.tags(again("x"));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(again(text))).as(text).isEqualTo(plain);
    }
  }

  private String again(String text) {
    var fields = List.of(new AgainPage.Field("childName", text), new AgainPage.Field(text, "x"));
    return pages.of(
        Language.SERBIAN, "login/again.jte", new AgainPage("/intake", fields, AgainPage.Why.OVER));
  }
}
