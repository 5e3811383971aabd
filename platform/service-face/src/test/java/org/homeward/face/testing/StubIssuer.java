package org.homeward.face.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.homeward.face.access.Role;
import org.homeward.testkit.FreePorts;
import org.jspecify.annotations.Nullable;

/** An issuer of tokens on a loopback port that can go away and come back with the same key. */
public final class StubIssuer implements AutoCloseable {

  public static final String AUDIENCE = "homeward-test";

  private final int port = FreePorts.take();
  private final ECKey key = newKey("stub");
  private @Nullable HttpServer server;

  /** An issuer that nobody can reach yet. */
  public static StubIssuer stopped() {
    return new StubIssuer();
  }

  public static StubIssuer started() {
    var issuer = new StubIssuer();
    issuer.start();
    return issuer;
  }

  public String uri() {
    return "http://127.0.0.1:" + port;
  }

  public void start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var starting = HttpServer.create(address, 0);
      var keys = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
      starting.createContext(
          "/oauth2/jwks",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      starting.start();
      server = starting;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** A good token for ten minutes; the person is {@code person-} and the login. */
  public String token(String login, Role... roles) {
    return token(login, claims -> claims, roles);
  }

  /** A token with claims changed. */
  public String token(String login, UnaryOperator<JWTClaimsSet.Builder> change, Role... roles) {
    return signed(key, change.apply(claims(login, roles)).build());
  }

  /** A token like a good one, signed with a key that is not the issuer's but bears its id. */
  public String forged(String login, Role... roles) {
    return signed(newKey("stub"), claims(login, roles).build());
  }

  /** A token signed with a key that the issuer does not publish. */
  public String ofUnknownKey(String login, Role... roles) {
    return signed(newKey("other"), claims(login, roles).build());
  }

  @Override
  public void close() {
    stop();
  }

  private JWTClaimsSet.Builder claims(String login, Role... roles) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(uri())
        .audience(AUDIENCE)
        .subject(login)
        .claim("person", "person-" + login)
        .claim("roles", roles.length == 0 ? List.of() : Stream.of(roles).map(Role::wire).toList())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
  }

  private static String signed(ECKey key, JWTClaimsSet claims) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
