package org.homeward.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A court order comes to the case page, is looked at, described, saved and deleted. */
@ExtendWith({Chromium.class, Browsers.class})
class PaperBrowserTest {

  static final String PDF =
      "%%PDF-1.7\n1 0 obj <</Type /Catalog %s>> endobj\nstartxref\n0\n%%%%EOF\n";

  @Test
  void aCourtOrderStaysWithTheTeamAndIsSavedNeverShown(Browsers.People people) throws IOException {
    Visit ana = people.visit().as("ana", "/desk");
    filed(ana, "Odluka Probić");
    ana.open(ana.page().url().replaceFirst("[?].*$", "")).follow("Court orders and papers");
    assertThat(ana.main()).containsText("There is no paper yet");
    ana.isAccessible();
    chosen(ana, PDF.formatted("/OpenAction <</S /JavaScript>>"));
    ana.press("Add this paper");
    assertThat(ana.main()).containsText("This PDF runs scripts or programs");
    pictured(ana, "paper-refused");

    chosen(ana, PDF.formatted("/AcroForm 6 0 R"));
    ana.isAccessible().press("Add this paper");
    assertThat(ana.main()).containsText("Not looked at");
    assertThat(ana.main()).containsText("It has fields to fill in");
    pictured(ana, "paper-unseen");
    ana.isAccessible().press("Look at it");
    assertThat(ana.main()).containsText("You looked at it first");
    ana.isAccessible()
        .type("title", "Viši sud, P 12/26")
        .select("kind", "CUSTODY_DECISION")
        .select("source", "COURT")
        .press("Save");
    assertThat(ana.main()).containsText("Viši sud, P 12/26");
    pictured(ana, "paper-seen");
    String link = ana.page().locator("a[download]").getAttribute("href");
    APIResponse saved = ana.page().request().get(link);
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.headers().get("content-type")).isEqualTo("application/pdf");
    assertThat(saved.headers().get("content-disposition")).startsWith("attachment");
    assertThat(saved.headers().get("content-security-policy")).contains("sandbox");
    assertThat(saved.headers().get("x-content-type-options")).isEqualTo("nosniff");
    assertThat(saved.headers().get("cache-control")).contains("no-store");
    assertThat(saved.text()).startsWith("%PDF-1.7");

    String paper = ana.page().url().replaceFirst("[?].*$", "");
    ana.open(paper.substring(0, paper.lastIndexOf('/')));
    assertThat(ana.main()).containsText("Decision on custody");
    pictured(ana, "papers");
    ana.isAccessible().open(paper);
    ana.page()
        .locator("summary")
        .filter(new Locator.FilterOptions().setHasText("Delete this paper"))
        .click();
    ana.press("Delete it");
    assertThat(ana.main()).containsText("There is no paper yet");
    assertThat(ana.page().request().get(link).status()).isGreaterThan(399);
    ana.isQuiet();
  }

  private static void chosen(Visit visit, String pdf) {
    visit
        .page()
        .locator("#paper")
        .setInputFiles(new FilePayload("order.pdf", "application/pdf", pdf.getBytes(US_ASCII)));
  }

  /** For people who look at pages; a test run makes none. */
  private static void pictured(Visit visit, String name) throws IOException {
    String to = System.getProperty("homeward.pictures", "");
    if (!to.isEmpty()) {
      visit.picture(Files.createDirectories(Path.of(to)).resolve(name + ".png"), Screen.DESKTOP);
    }
  }

  private static void filed(Visit operator, String name) {
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
  }
}
