package org.homeward.local.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser with its cookies, and the console that sent it. */
final class Browser {

  static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
  static final String NONCE = "nonce-of-this-login";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String issuer;
  private final String back;

  Browser(String issuer, String gateway) {
    this.issuer = issuer;
    this.back = gateway + "/login/oauth2/code/homeward";
  }

  /** The query with which the console sends somebody here. */
  Map<String, String> request() {
    return new TreeMap<>(
        Map.of(
            "response_type",
            "code",
            "client_id",
            ConsoleClient.ID,
            "scope",
            "openid",
            "redirect_uri",
            back,
            "state",
            "state-1",
            "nonce",
            NONCE,
            "code_challenge",
            challenge(VERIFIER),
            "code_challenge_method",
            "S256"));
  }

  HttpResponse<String> authorize(Map<String, String> query) {
    return get(issuer + "/oauth2/authorize?" + form(query));
  }

  HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  HttpResponse<String> page() {
    return get(issuer + "/login");
  }

  /** Presses the button of a person on the login page. */
  HttpResponse<String> press(String login, String secret) {
    return post("/login", Map.of("username", login, "password", secret, "_csrf", token(page())));
  }

  /** From the console to the page, to the button, and back: the code. */
  String code(String login) {
    assertThat(authorize(request()).headers().firstValue("Location").orElseThrow())
        .isEqualTo("/login");
    String onwards = press(login, "demo-" + login).headers().firstValue("Location").orElseThrow();
    String home = get(onwards).headers().firstValue("Location").orElseThrow();
    assertThat(home).startsWith(back + "?").contains("state=state-1");
    return query(home).get("code");
  }

  HttpResponse<String> exchange(String code, String verifier) {
    return token(
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", back,
            "code_verifier", verifier));
  }

  HttpResponse<String> refresh(String token) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  HttpResponse<String> revoke(String token) {
    return asConsole("/oauth2/revoke", Map.of("token", token));
  }

  HttpResponse<String> token(Map<String, String> form) {
    return asConsole("/oauth2/token", form);
  }

  HttpResponse<String> post(String path, Map<String, String> form) {
    return post(path, form, null);
  }

  HttpResponse<String> post(String path, Map<String, String> form, @Nullable String basic) {
    var request =
        HttpRequest.newBuilder(URI.create(issuer + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(form)));
    if (basic != null) {
      request.header(
          "Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)));
    }
    return send(request.build());
  }

  private HttpResponse<String> asConsole(String path, Map<String, String> form) {
    return post(path, form, ConsoleClient.ID + ":" + ConsoleClient.secret());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  static String token(HttpResponse<String> page) {
    Matcher matcher = CSRF.matcher(page.body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  static Map<String, String> query(String address) {
    Map<String, String> found = new HashMap<>();
    Arrays.stream(URI.create(address).getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> found.put(pair[0], pair.length > 1 ? pair[1] : ""));
    return found;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(joining("&"));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
