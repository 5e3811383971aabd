package org.homeward.trials.keycloak;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Http;

/** What a browser and the console do when somebody logs in: authorization code with PKCE. */
final class BrowserLogin {
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final String CLIENT = "homeward-console";

  private final Http http = new Http();
  private final String endpoints;
  private final String secret;
  private final URI back;

  BrowserLogin(Keycloak keycloak, URI gateway) {
    endpoints = keycloak.issuer() + "/protocol/openid-connect";
    secret = keycloak.consoleSecret();
    back = gateway.resolve("/login/oauth2/code/homeward");
  }

  /** The access token. */
  String token(String login, String password) {
    return tokens(login, password).text("access_token");
  }

  /** All tokens of a login. */
  Answer tokens(String login, String password) {
    String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    Answer page = page(back, verifier);
    assertThat(page.status()).isEqualTo(200);
    Answer sent =
        http.send(
            Http.to(URI.create(found(ACTION, page.body()).replace("&amp;", "&")))
                .header("Cookie", cookies(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        Keycloak.encoded(Map.of("username", login, "password", password))))
                .build());
    assertThat(sent.status()).isEqualTo(302);
    assertThat(sent.header("Location")).startsWith(back.toString());
    return exchanged(found(CODE, sent.header("Location")), verifier);
  }

  /** The page that asks for the password, if somebody may come from there. */
  Answer page(URI from, String verifier) {
    String query =
        Keycloak.encoded(
            Map.of(
                "client_id",
                CLIENT,
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                from.toString(),
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
    return http.send(Http.to(URI.create(endpoints + "/auth?" + query)).build());
  }

  private Answer exchanged(String code, String verifier) {
    Answer answer =
        asked(
            Map.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                back.toString(),
                "code",
                code,
                "code_verifier",
                verifier));
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  Answer refreshed(String token) {
    return asked(Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  private Answer asked(Map<String, String> form) {
    String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(US_ASCII));
    return http.send(
        Http.to(URI.create(endpoints + "/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Keycloak.encoded(form)))
            .build());
  }

  private static String cookies(Answer page) {
    return page.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
