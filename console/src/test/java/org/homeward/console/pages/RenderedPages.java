package org.homeward.console.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** Pages as browsers get them, rendered without a server. */
public final class RenderedPages {

  public static final Instant NOW = Instant.parse("2026-11-29T02:40:00Z");

  private final Map<String, String> names = new LinkedHashMap<>();

  private final class Named implements Colleagues {

    @Override
    public Optional<String> name(String id) {
      return Optional.ofNullable(names.get(id));
    }

    @Override
    public Map<String, String> team() {
      return names;
    }
  }

  private final HttpPages pages =
      new HttpPages(
          new PagesConfiguration().templates(),
          WordFiles.read(),
          BrowserFiles.read(),
          new PageSettings(
              ZoneId.of("Europe/Belgrade"), Duration.ofMinutes(10), "https://hotline.example"),
          "rs",
          new Named(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  /** The page in a language. */
  public String of(Language language, String template, Object page) {
    return Optional.ofNullable(pages.show(request(language), template, page).getBody())
        .orElseThrow();
  }

  /** From now on this person is known by name. */
  public RenderedPages knowing(String id, String name) {
    names.put(id, name);
    return this;
  }

  public HttpPages pages() {
    return pages;
  }

  public Words words(Language language) {
    return pages.words(request(language));
  }

  public static MockHttpServletRequest request(Language language) {
    var request = new MockHttpServletRequest("GET", "/desk");
    request.addPreferredLocale(language.locale());
    request.setAttribute(
        CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "secret-of-form"));
    return request;
  }
}
