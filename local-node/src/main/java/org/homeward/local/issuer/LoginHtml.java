package org.homeward.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** One page, a button per person; no script, nothing from elsewhere. */
final class LoginHtml {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --paper: #fff; --canvas: #f4f6f8; --ink: #14202b; --muted: #4c5b69;
        --line: #c5ced6; --primary: #0f5f4c; --focus: #ffd24a; }
      @media (prefers-color-scheme: dark) { :root { --paper: #17212b; --canvas: #0f161d; --ink: #eef2f5;
        --muted: #a9b6c2; --line: #3a4856; --primary: #5fd3b0; } }
      body { font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
        margin: 0; background: var(--canvas); color: var(--ink); }
      header { background: var(--paper); border-block-end: 1px solid var(--line); font-weight: 700; }
      header, main { padding: .75rem max(1rem, (100% - 56rem) / 2); }
      main { padding-block: 1.5rem 3rem; }
      h1 { font-size: 2rem; line-height: 1.25; margin: 0 0 .75rem; }
      h2 { font-size: 1rem; margin: 0 0 .5rem; }
      h2::first-letter { text-transform: uppercase; }
      p { max-width: 70ch; margin: 0 0 1.5rem; color: var(--muted); }
      div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1.5rem; }
      ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: 0; }
      button { font: inherit; font-weight: 700; min-height: 3.5rem; padding: .25rem 1rem; cursor: pointer;
        color: var(--ink); background: var(--paper); border: 2px solid var(--ink); border-radius: 0; }
      button::first-letter { text-transform: uppercase; }
      button small { display: block; font-weight: 400; color: var(--muted); }
      button:focus-visible { outline: 3px solid var(--focus); box-shadow: 0 0 0 5px #14202b; }
      .wrong { border-inline-start: 4px solid var(--primary); padding-inline-start: .75rem; color: var(--ink); }
      """;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Sign in to node %1$s</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>%2$s</style></head><body><header>Homeward %1$s</header><main><h1>Who are you?</h1>%3$s
      <p>These people are invented and everybody knows their secrets: this page exists on demo nodes
      only.</p>
      <div>
      %4$s</div>
      </main></body></html>
      """;

  private static final String WRONG =
      "\n<p class=\"wrong\" role=\"alert\">That login and secret do not belong together.</p>";

  private static final String ROLE = "<section><h2>%s</h2>\n<ul>\n%s</ul></section>\n";

  private static final String PERSON =
      """
      <li><form method="post" action="/login"><input type="hidden" name="%s" value="%s"><input type="hidden"
      name="username" value="%s"><input type="hidden" name="password" value="%s"><button>%s</button></form></li>
      """;

  private final String node;
  private final List<DemoPerson> people;

  LoginHtml(String node, List<DemoPerson> people) {
    this.node = node;
    this.people = List.copyOf(people);
  }

  /**
   * The page.
   *
   * @param parameter the name of the field for the token
   * @param token makes a form of this page unlike one of another site
   */
  String page(String parameter, String token, boolean wrong) {
    Map<String, List<DemoPerson>> byRole =
        people.stream()
            .collect(
                Collectors.groupingBy(
                    DemoPerson::role, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    String roles =
        byRole.entrySet().stream()
            .map(
                role ->
                    ROLE.formatted(
                        escaped(said(role.getKey())),
                        role.getValue().stream()
                            .map(person -> form(person, parameter, token))
                            .collect(Collectors.joining())))
            .collect(Collectors.joining());
    return PAGE.formatted(escaped(node), STYLE, wrong ? WRONG : "", roles);
  }

  /** A role as people call it. */
  static String said(String role) {
    return role.equals("dpo") ? "data protection" : role.replace('-', ' ');
  }

  private String form(DemoPerson person, String parameter, String token) {
    return PERSON.formatted(
        escaped(parameter),
        escaped(token),
        escaped(person.login()),
        escaped(person.secret()),
        escaped(person.login()) + sameAs(person));
  }

  /** One person with two logins counts once, wherever two people are asked for. */
  private String sameAs(DemoPerson person) {
    return people.stream()
        .filter(other -> other.person().equals(person.person()))
        .findFirst()
        .filter(first -> !first.equals(person))
        .map(first -> " <small>the same person as " + escaped(first.login()) + "</small>")
        .orElse("");
  }

  /**
   * Allows this page's style and form. Browsers check the whole way that a form leads to, so the
   * gateway, which people go back to, is named too.
   */
  static String policy(URI gateway) {
    return "default-src 'none'; style-src 'sha256-%s'; form-action 'self' %s://%s; base-uri 'none'; frame-ancestors 'none'"
        .formatted(styleHash(), gateway.getScheme(), gateway.getRawAuthority());
  }

  private static String styleHash() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
