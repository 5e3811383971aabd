package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A photo goes from the case page to police, and is gone when it is withdrawn. */
@ExtendWith({Chromium.class, Browsers.class})
class PhotoBrowserTest {
  private static final int WIDTH = 320;

  @Test
  void aPhotoReachesPoliceByAPersonsWordAndIsGoneWhenItIsWithdrawn(Browsers.People people)
      throws IOException {
    Visit ana = people.visit().as("ana", "/desk");
    released(ana, "Slikana Probić");
    ana.open(ana.page().url().replaceFirst("[?].*$", "")).follow("Photos of this case");
    assertThat(ana.main()).containsText("There is no photo yet");
    ana.isAccessible();
    ana.page().locator("#picture").setInputFiles(new FilePayload("a.jpg", "image/jpeg", jpeg()));
    ana.press("Add this photo");
    assertThat(ana.main()).containsText("Not looked at");
    pictured(ana, "photo-unseen");
    ana.isAccessible().press("Look at it");
    assertThat(ana.main()).containsText("You looked at it first");
    ana.isAccessible()
        .select("source", "FAMILY")
        .select("saidBy", "PARENT")
        .select("label", "UNCHANGED")
        .type("takenOn", "2026-04")
        .press("Save");
    assertThat(ana.main()).containsText("Let police have this photo");
    pictured(ana, "photo-seen");
    ana.isAccessible().press("Let police have it now");
    assertThat(ana.main()).containsText("Police can have this photo now");
    String photo = ana.page().url().replaceFirst("[?].*$", "");
    pictured(ana, "photo-released");
    Visit jelena = people.visit().as("jelena", "/desk");
    jelena.open(photo).isAccessible().press("Let partners have it, too");
    assertThat(jelena.main()).containsText("Partners that hold the whole case can have this photo");
    assertThat(jelena.main()).containsText("Opened to partners");
    pictured(jelena, "photo-shared");
    shownToPublic(ana, jelena, photo);
    ana.open(photo.substring(0, photo.lastIndexOf('/')));
    pictured(ana, "photos");

    Visit dragan = people.visit().as("dragan", "/police");
    Locator item =
        dragan
            .main()
            .getByRole(AriaRole.LISTITEM)
            .filter(new Locator.FilterOptions().setHasText("13 years"));
    item.getByRole(AriaRole.LINK).click();
    dragan.await("Says that it is the child");
    pictured(dragan, "photo-police");
    dragan.isAccessible();
    String link = dragan.page().locator(".hw-photos a").first().getAttribute("href");
    APIResponse shown = dragan.page().request().get(link);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.headers().get("cache-control")).contains("no-store");
    assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth()).isEqualTo(WIDTH);

    ana.open(photo);
    ana.page().locator("summary").filter(text("Withdraw this photo")).click();
    ana.press("Withdraw and delete it");
    assertThat(ana.main()).containsText("withdrawn and deleted");
    assertThat(ana.main()).containsText("There is no photo yet");
    dragan.page().waitForCondition(() -> dragan.page().request().get(link).status() == 404);
    ana.isQuiet();
  }

  /** One proposes a part, another one confirms it, and one of them takes it back. */
  private static void shownToPublic(Visit ana, Visit jelena, String photo) throws IOException {
    ana.open(photo)
        .select("knownBy", "PARENT")
        .select("childSays", "NOT_POSSIBLE")
        .type("left", "60")
        .type("top", "20")
        .type("width", "200")
        .type("height", "200")
        .press("Propose it for the public");
    assertThat(ana.main()).containsText("Choose a part without other faces");
    pictured(ana, "photo-public-refused");
    partIsChosenOnThePicture(ana);
    ana.page().locator("#showsNobodyElse").check();
    ana.isAccessible().press("Propose it for the public");
    assertThat(ana.main()).containsText("Another person has to confirm it");
    jelena.open(photo);
    pictured(jelena, "photo-public-proposed");
    jelena
        .isAccessible()
        .select("ground", "POLICE_REFERENCE")
        .type("reference", "KU 12/26")
        .press("Let the public be shown it");
    assertThat(jelena.main()).containsText("The public may be shown this part now");
    String part = jelena.page().locator("section img").first().getAttribute("src");
    APIResponse shown = jelena.page().request().get(part);
    assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth()).isBetween(198, 200);
    pictured(jelena, "photo-public-confirmed");
    jelena.isAccessible();
    ana.open(photo).press("Take it back from the public");
    assertThat(ana.main()).containsText("The public is shown it no more");
    assertThat(ana.page().request().get(part).status()).isGreaterThan(399);
  }

  /** By keys and by drawing; the numbers that were typed are there again in the end. */
  private static void partIsChosenOnThePicture(Visit ana) throws IOException {
    Locator part = ana.page().getByRole(AriaRole.SLIDER);
    says(part, "From the left 60, from the top 20, width 200, height 200");
    part.press("ArrowRight");
    part.press("ArrowUp");
    part.press("Shift+ArrowLeft");
    part.press("Shift+ArrowUp");
    says(part, "From the left 70, from the top 10, width 190, height 190");
    assertThat(ana.page().locator("#left")).hasValue("70");
    ana.press("Show the whole picture");
    says(part, "The whole picture");
    BoundingBox box = ana.page().locator(".hw-crop__stage").boundingBox();
    double pixel = box.width / WIDTH;
    ana.page().mouse().move(box.x + 61 * pixel, box.y + 21 * pixel);
    ana.page().mouse().down();
    ana.page().mouse().move(box.x + 160 * pixel, box.y + 120 * pixel);
    ana.page().mouse().move(box.x + 260 * pixel, box.y + 220 * pixel);
    ana.page().mouse().up();
    assertThat(part).hasAttribute("aria-valuetext", Pattern.compile("width (19|20)[0-9],"));
    pictured(ana, "photo-public-part");
    ana.type("left", "60").type("top", "20").type("width", "200").type("height", "200");
    says(part, "From the left 60, from the top 20, width 200, height 200");
  }

  private static void says(Locator part, String text) {
    assertThat(part).hasAttribute("aria-valuetext", text);
  }

  /** For people who look at pages; a test run makes none. */
  private static void pictured(Visit visit, String name) throws IOException {
    String to = System.getProperty("homeward.pictures", "");
    if (!to.isEmpty()) {
      visit.picture(Files.createDirectories(Path.of(to)).resolve(name + ".png"), Screen.DESKTOP);
    }
  }

  private static void released(Visit operator, String name) {
    operator.open("/intake");
    operator.page().locator("input[name=danger][value=NO]").check();
    operator.page().locator("input[name=channel][value=PHONE]").check();
    operator.page().locator("input[name=agrees][value=YES]").check();
    operator
        .select("relation", "PARENT")
        .type("callerPhone", "+381601234567")
        .type("childName", name)
        .type("age", "13")
        .select("category", "RUNAWAY");
    operator.page().locator("input[name=feared][value=NOBODY]").check();
    operator.press("File this report");
    assertThat(operator.main()).containsText(name);
    operator.press("Decide what police may read").press("Let police read");
    assertThat(operator.main()).containsText("Police can read this report now");
  }

  private static byte[] jpeg() {
    var image = new BufferedImage(WIDTH, 240, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setColor(Color.ORANGE);
    paint.fillOval(80, 40, 140, 160);
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
