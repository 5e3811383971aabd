package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A runaway with three earlier episodes is found by her name in the other script. */
@ExtendWith({Chromium.class, Browsers.class})
class EpisodesBrowserTest {
  private static final String NAME = "Nađa Ždralić";
  private static final String IN_CYRILLIC = "Нађа Ждралић";

  /** A child of a case. */
  private record At(String caseId, String child) {}

  @Test
  void aRunawayWithThreeEarlierEpisodesIsFoundByHerNameInTheOtherScript(Browsers.People people) {
    List<At> earlier = threeEpisodes(people.hotline());

    Visit marko = people.visit().as("marko", "/desk");
    fill(marko, IN_CYRILLIC);
    marko.press("Do we know this child");
    Locator hits = marko.page().locator("li.hw-match");
    assertThat(hits).hasCount(1);
    assertThat(hits).containsText("same child");
    assertThat(hits).containsText(NAME);
    assertThat(hits).containsText("2 other episodes of this child");
    assertThat(hits).containsText("Runaway · Found safe");
    marko.pictured("known-with-episodes");
    marko.isAccessible().press("File this report");
    assertThat(marko.main()).containsText(IN_CYRILLIC);

    marko.follow("Earlier disappearances, siblings, household");
    assertThat(marko.main()).containsText("No other episode is linked");
    marko.pictured("child-alone");
    marko.isAccessible().press("Link another episode");
    marko.type("words", NAME).press(marko.main().locator("form.hw-find button"));
    String known = earlier.getLast().caseId() + "/" + earlier.getLast().child();
    assertThat(marko.main()).containsText("nobody sees a case because of it");
    marko.answer("with", "'" + known + "'").select("reason", "COMPARED").isAccessible();
    marko.pictured("child-link");
    marko.press("Link as one child");
    assertThat(marko.main()).containsText("4 episodes");
    assertThat(marko.page().locator("section[aria-labelledby=episodes] li").first())
        .containsText("this case");
    marko.isAccessible();
    marko.pictured("child-episodes");

    Locator bond =
        marko
            .page()
            .locator(
                "section[aria-labelledby=why] p.hw-entry__what", // the newest link is hers
                new Page.LocatorOptions().setHasText("You"));
    assertThat(bond).hasCount(1);
    bond.locator("xpath=following-sibling::details[1]/summary").click();
    Locator form = bond.locator("xpath=following-sibling::details[1]//form");
    assertThat(form).containsText("stand apart");
    form.locator("select").selectOption("MISTAKE");
    form.locator("button").click();
    assertThat(marko.main()).containsText("They stand apart again");
    assertThat(marko.main()).containsText("1 episode");
    assertThat(marko.main()).containsText("were told apart");
    marko.pictured("child-undone");
    marko.isAccessible().isQuiet();
  }

  private static void fill(Visit operator, String name) {
    operator
        .press("New call")
        .answer("danger", "NO")
        .answer("channel", "PHONE")
        .select("relation", "PARENT")
        .type("childName", name)
        .type("age", "14")
        .select("sex", "FEMALE")
        .select("category", "RUNAWAY")
        .answer("feared", "NOBODY")
        .answer("agrees", "YES");
  }

  /** All of them ended, and linked by those who took them. */
  private static List<At> threeEpisodes(Hotline hotline) {
    List<At> episodes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Answer opened = hotline.as("ana").open(REPORT, key());
      assertThat(opened.status()).as(opened.body()).isEqualTo(201);
      var at = new At(opened.text("case"), opened.json().path("children").path(0).asString(""));
      Answer ended = hotline.as("jelena").end(at.caseId(), at.child(), Children.FOUND, key());
      assertThat(ended.status()).as(ended.body()).isEqualTo(200);
      if (i > 0) {
        link(hotline, at, episodes.getLast());
      }
      episodes.add(at);
    }
    return episodes;
  }

  private static void link(Hotline hotline, At one, At other) {
    String path = "/api/v1/cases/%s/children/%s/links".formatted(one.caseId(), one.child());
    String with =
        "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"CHILD_SAYS\"}"
            .formatted(other.caseId(), other.child());
    Answer linked = hotline.as("ana").post(path, with, key(), "");
    assertThat(linked.status()).as(linked.body()).isEqualTo(200);
  }

  private static String key() {
    return HotlineClient.newKey();
  }

  private static final String REPORT =
      """
      {
        "exercise": false, "channel": "PHONE",
        "says": {"category": "RUNAWAY", "risk": {"level": "LOW"}},
        "newChildren": [{
          "names": [{"full": "%s", "script": "Latn", "kind": "NATIVE"}],
          "born": "2012-06-07", "sex": "FEMALE"
        }]
      }
      """
          .formatted(NAME);
}
