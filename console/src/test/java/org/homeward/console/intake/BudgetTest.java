package org.homeward.console.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;

/** What a browser fetches on a slow line. */
class BudgetTest {

  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  @Test
  void scriptsAreSmall() {
    assertThat(packed(HTMX) + packed("/assets/console.js")).isLessThan(60_000);
  }

  /** The largest page, as it comes: pages are not packed. */
  @Test
  void theFirstVisitToTheCallsFormIsWithinItsBudget() {
    var page =
        new IntakePage(
            "11111111-1111-4111-8111-111111111111",
            "",
            "",
            false,
            "Europe/Belgrade",
            IntakeForm.SECTIONS,
            Typed.NOTHING,
            Map.of(),
            List.of(),
            Theirs.NONE,
            JoinedCase.NONE);
    int html =
        new RenderedPages().of(Language.SERBIAN, "intake/intake.jte", page).getBytes(UTF_8).length;
    int files =
        packed(HTMX)
            + packed("/assets/console.js")
            + packed("/assets/console.css")
            + packed("/assets/govuk-frontend.css");

    assertThat(html + files).isLessThan(150_000);
    assertThat(files).isLessThan(60_000);
  }

  private static int packed(String resource) {
    var bytes = new ByteArrayOutputStream();
    try (InputStream in = BudgetTest.class.getResourceAsStream(resource);
        var packing = new GZIPOutputStream(bytes)) {
      in.transferTo(packing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }
}
