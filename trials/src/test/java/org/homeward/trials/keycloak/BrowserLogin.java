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

/** What a browser does for somebody who logs in: authorization code with PKCE. */
final class BrowserLogin {
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final String CLIENT = "homeward-console";

  private final Http http = new Http();
  private final String endpoints;
  private final URI back;

  BrowserLogin(Keycloak keycloak, URI gateway) {
    endpoints = keycloak.issuer() + "/protocol/openid-connect";
    back = gateway.resolve("/back");
  }

  /** The access token. */
  String token(String login, String password) {
    String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    Answer page =
        http.send(
            Http.to(
                    URI.create(
                        endpoints
                            + "/auth?"
                            + Keycloak.encoded(
                                Map.of(
                                    "client_id",
                                    CLIENT,
                                    "response_type",
                                    "code",
                                    "scope",
                                    "openid",
                                    "redirect_uri",
                                    back.toString(),
                                    "code_challenge",
                                    challenge(verifier),
                                    "code_challenge_method",
                                    "S256"))))
                .build());
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

  private String exchanged(String code, String verifier) {
    Answer answer =
        http.send(
            Http.to(URI.create(endpoints + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        Keycloak.encoded(
                            Map.of(
                                "grant_type", "authorization_code",
                                "client_id", CLIENT,
                                "redirect_uri", back.toString(),
                                "code", code,
                                "code_verifier", verifier))))
                .build());
    assertThat(answer.status()).isEqualTo(200);
    return answer.text("access_token");
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
