package org.homeward.console.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** Pages as browsers get them, rendered without a server. */
public final class RenderedPages {

  public static final Instant NOW = Instant.parse("2026-11-29T02:40:00Z");

  private final HttpPages pages =
      new HttpPages(
          new PagesConfiguration().templates(),
          WordFiles.read(),
          BrowserFiles.read(),
          new PageSettings(ZoneId.of("Europe/Belgrade"), Duration.ofMinutes(10)),
          "rs",
          Clock.fixed(NOW, ZoneOffset.UTC));

  /** The page in a language. */
  public String of(Language language, String template, Object page) {
    return Optional.ofNullable(pages.show(request(language), template, page).getBody())
        .orElseThrow();
  }

  public HttpPages pages() {
    return pages;
  }

  public Words words(Language language) {
    return pages.words(request(language));
  }

  private static MockHttpServletRequest request(Language language) {
    var request = new MockHttpServletRequest("GET", "/desk");
    request.addPreferredLocale(language.locale());
    request.setAttribute(
        CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "secret-of-form"));
    return request;
  }
}
