package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that everybody reads while an authority wants it, and that tells nothing afterwards. */
@ExtendWith({Chromium.class, Browsers.class})
class NoticeBrowserTest {

  private static final String NEVER = "/n/2222-22222";

  @Test
  void everybodyReadsTheNoticeUntilOnePersonStopsIt(Browsers.People people) throws IOException {
    Visit jelena = people.visit().as("jelena", "/desk");
    draft(jelena, releasedCase(people));
    String page = jelena.page().url().replaceFirst("\\?.*", "");
    Visit petar = people.visit().as("petar", page);
    assertThat(petar.main()).containsText("Show it to everybody now");
    pictured(petar, "notice-approval");
    petar.isAccessible().page().locator("#read").check();
    petar.press("Approve and publish");
    assertThat(petar.main()).containsText("/n/");
    String path = petar.page().locator("a[href^=\"/n/\"]").getAttribute("href");

    Visit stranger = people.visit().open(path);
    assertThat(stranger.main()).containsText(Reports.LATIN_NAME);
    Map<String, String> headers = stranger.page().request().get(path).headers();
    assertThat(headers.get("cache-control")).contains("no-store");
    assertThat(headers.get("x-robots-tag")).contains("noindex", "noarchive", "nosnippet");
    assertThat(headers.get("refresh")).isEqualTo("60");
    assertThat(headers.get("content-security-policy")).doesNotContain("script-src");
    pictured(stranger, "notice-active");
    stranger.isAccessible();
    stranger.open("/notices").isAccessible();
    pictured(stranger, "notice-list");
    assertThat(stranger.page().locator("a[href=\"" + path + "\"]")).isVisible();
    stranger.open(path);
    stranger.page().getByText("Ελληνικά").click();
    assertThat(stranger.main()).containsText("Αν είδατε κάτι, καλέστε");
    stranger.page().locator("a[href^=\"/tip?reference=\"]").click();
    assertThat(stranger.page().locator("[name=\"reference\"]"))
        .hasValue(path.substring("/n/".length(), path.length() - 1));

    petar.press("Stop this alert");
    assertThat(petar.main()).containsText("Stopped. Nothing new of it goes out");

    stranger.open(path);
    assertThat(stranger.main()).containsText("No active notice");
    assertThat(stranger.main()).not().containsText(Reports.LATIN_NAME);
    pictured(stranger, "notice-none");
    stranger.isAccessible();
    APIResponse stopped = stranger.page().request().get(path);
    APIResponse never = stranger.page().request().get(NEVER);
    assertThat(stopped.status()).isEqualTo(never.status()).isEqualTo(404);
    assertThat(stopped.body()).isEqualTo(never.body());
    assertThat(stranger.page().context().cookies()).as("nobody's session").isEmpty();
    List.of(jelena, petar).forEach(Visit::isQuiet);
  }

  /** For people who look at pages; a test run makes none. */
  private static void pictured(Visit visit, String name) throws IOException {
    String to = System.getProperty("homeward.pictures", "");
    if (!to.isEmpty()) {
      for (Screen screen : Screen.values()) {
        String file = name + "-" + screen.name().toLowerCase(Locale.ROOT) + ".png";
        visit.picture(Files.createDirectories(Path.of(to)).resolve(file), screen);
      }
    }
  }

  private static String releasedCase(Browsers.People people) {
    HotlineClient ana = people.hotline().as("ana");
    Answer opened = ana.open(Reports.missingBoy("NS-419-AL", Instant.now()), key());
    String id = opened.text("case");
    Answer checked = ana.checkOrders(id, key());
    assertThat(ana.release(id, opened.text("report"), "pu", checked.etag(), key()).status())
        .isEqualTo(200);
    return id;
  }

  private static String key() {
    return HotlineClient.newKey();
  }

  /** The case reaches alerts a moment after it was released. */
  private static void draft(Visit supervisor, String caseId) {
    supervisor.open("/alerts/new?case=" + caseId);
    supervisor.answer("audience", "PUBLIC");
    supervisor.type("reference", "K-17/26").choose(supervisor.page().locator("#whole"));
    supervisor
        .page()
        .waitForCondition(
            () -> {
              supervisor.press("Make the preview");
              supervisor.page().waitForLoadState();
              return !supervisor.main().innerText().contains("Alerts do not know this case yet");
            });
    assertThat(supervisor.main()).containsText("Drafted. Another person has to approve it.");
  }
}
