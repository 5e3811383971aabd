package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that everybody reads while an authority wants it, and that tells nothing afterwards. */
@ExtendWith({Chromium.class, Browsers.class})
class NoticeBrowserTest {

  private static final String NEVER = "/n/2222-22222";

  /** Of the photo, in pixels; it may be cut a little narrower. */
  private static final int PART = 200;

  @Test
  void everybodyReadsTheNoticeUntilOnePersonStopsIt(Browsers.People people) throws IOException {
    Visit jelena = people.visit().as("jelena", "/desk");
    draft(jelena, releasedCase(people));
    String page = jelena.page().url().replaceFirst("\\?.*", "");
    Visit petar = people.visit().as("petar", page);
    assertThat(petar.main()).containsText("Show it to everybody now");
    assertThat(width(petar.page().locator("img[src*=\"/photos/1/400\"]")))
        .isBetween(PART - 2, PART);
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
    Locator picture = stranger.page().locator("img[src^=\"" + path + "/photos/\"]");
    assertThat(width(picture)).isBetween(PART - 2, PART);
    String address = picture.getAttribute("src");
    assertThat(stranger.page().request().get(address).headers().get("cache-control"))
        .contains("no-store");
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
    APIResponse gone = stranger.page().request().get(address);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.body()).isEqualTo(never.body());
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
    shownToPublic(people, id, opened.json().path("children").path(0).asString());
    return id;
  }

  /** A part of a photo, which one person proposed and another one confirmed. */
  private static void shownToPublic(Browsers.People people, String id, String child) {
    HotlineClient ana = people.hotline().as("ana");
    String photo = ana.photo(id, child, jpeg(), key()).text("photo");
    done(ana.photo(id, photo, "look", ""));
    done(
        ana.photo(
            id,
            photo,
            "description",
            "{\"source\": \"FAMILY\", \"takenOn\": \"2026-04\", \"saidBy\": \"PARENT\","
                + " \"label\": \"UNCHANGED\"}"));
    done(ana.photo(id, photo, "release", ""));
    done(
        ana.photo(
            id,
            photo,
            "public",
            "{\"crop\": {\"left\": 20, \"top\": 20, \"width\": 200, \"height\": 200},"
                + " \"childSays\": \"NOT_POSSIBLE\", \"knownBy\": \"PARENT\","
                + " \"showsNobodyElse\": true}"));
    var jelena = people.hotline().as("jelena");
    done(jelena.photo(id, photo, "public/confirm", "{\"ground\": \"KNOWS_CHILD\"}"));
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static byte[] jpeg() {
    var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setColor(Color.ORANGE);
    paint.fillOval(80, 40, 120, 160);
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** In pixels of the picture, once it is loaded. */
  private static int width(Locator picture) {
    picture.evaluate("picture => picture.decode()");
    return ((Number) picture.evaluate("picture => picture.naturalWidth")).intValue();
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
