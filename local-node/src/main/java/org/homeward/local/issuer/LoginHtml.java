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
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; }
      h2 { font-size: 1rem; margin: 0 0 .5rem; }
      h2::first-letter, button::first-letter { text-transform: uppercase; }
      div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1.5rem; }
      ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: 0; }
      button { font: inherit; min-height: 3.5rem; padding: .25rem 1rem; border: 1px solid; border-radius: .25rem; }
      button small { display: block; }
      button:focus-visible { outline: .2rem solid; outline-offset: .15rem; }
      .wrong { border-inline-start: .3rem solid; padding-inline-start: .75rem; }
      """;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Sign in to node %1$s</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>%2$s</style></head><body><main><h1>Sign in to node %1$s</h1>%3$s
      <p>Choose who you are. These people are invented and everybody knows their secrets: this page
      exists on demo nodes only.</p>
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
                        escaped(role.getKey()),
                        role.getValue().stream()
                            .map(person -> form(person, parameter, token))
                            .collect(Collectors.joining())))
            .collect(Collectors.joining());
    return PAGE.formatted(escaped(node), STYLE, wrong ? WRONG : "", roles);
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
