package org.homeward.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gets tokens for demo people, and keeps each until it expires. */
public final class Tokens {
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Http http;
  private final URI issuer;
  private final Map<String, Token> known = new ConcurrentHashMap<>();

  public Tokens(Http http, URI issuer) {
    this.http = http;
    this.issuer = issuer;
  }

  private record Token(String value, long goodUntil) {}

  /**
   * A token for this login, whose secret is public.
   *
   * @throws UncheckedIOException when the issuer refuses
   */
  public String of(String login) {
    Token token = known.get(login);
    if (token == null || System.nanoTime() > token.goodUntil()) {
      token = fetch(login);
      known.put(login, token);
    }
    return token.value();
  }

  /** The issuer's answer to a login, good or bad. */
  public Answer ask(String login, String secret) {
    var request =
        Http.to(issuer.resolve("/oauth2/token"))
            .header("Authorization", basic(login, secret))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    return http.send(request);
  }

  private Token fetch(String login) {
    Answer answer = ask(login, "demo-" + login);
    if (!answer.isSuccess()) {
      throw new UncheckedIOException(new IOException("the issuer answered " + answer.status()));
    }
    var life = Duration.ofSeconds(answer.json().path("expires_in").asLong(60)).minus(MARGIN);
    return new Token(answer.text("access_token"), System.nanoTime() + life.toNanos());
  }

  static String basic(String name, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(UTF_8));
  }
}
