package org.homeward.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.homeward.face.testing.Held;
import org.homeward.face.testing.Wire;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuerIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int PORT = FreePorts.take();
  @TempDir private static Path data;
  private static ConfigurableApplicationContext issuer;

  @BeforeAll
  static void start() {
    issuer = run();
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ana, operator", "ana-2, operator", "marko, operator", "jelena, supervisor",
    "petar, authority", "dragan, police", "gordana, partner-desk", "mina, confidant",
    "vera, dpo", "nikola, admin", "milan, supervisor", "jelena-2, authority"
  })
  void everyPersonGetsATokenWithTheirRole(String login, String role) throws Exception {
    var token = token(login);
    var claims = token.getJWTClaimsSet();

    assertThat(token.verify(new ECDSAVerifier(published().getKeys().getFirst().toECKey())))
        .isTrue();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(claims.getSubject()).isEqualTo(login);
    assertThat(claims.getIssuer()).isEqualTo(address(""));
    assertThat(claims.getAudience()).containsExactly("homeward-test");
    assertThat(claims.getStringListClaim("roles")).containsExactly(role);
    assertThat(claims.getStringClaim("person")).isNotBlank().doesNotContain(login);
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(7));
  }

  @Test
  void onlyThePoliceHaveADesk() throws Exception {
    assertThat(token("dragan").getJWTClaimsSet().getStringClaim("desk"))
        .isEqualTo(RunningIssuer.DESK);
    assertThat(token("jelena").getJWTClaimsSet().getClaims()).doesNotContainKey("desk");
  }

  @Test
  void twoLoginsOfOnePersonShareThePersonAndNothingElse() throws Exception {
    assertThat(person("ana-2")).isEqualTo(person("ana")).isNotEqualTo(person("marko"));
    assertThat(person("jelena-2")).isEqualTo(person("jelena")).isNotEqualTo(person("milan"));
  }

  @ParameterizedTest
  @CsvSource({
    "maria, operator",
    "nikos, supervisor",
    "katerina, authority",
    "kostas, police",
    "eleni, partner-desk",
    "sofia, dpo",
    "yannis, admin",
    "giorgos, operator",
    "despina, supervisor",
    "christina, confidant"
  })
  void theNeighbourHasPeopleOfItsOwn(String login, String role) {
    assertThat(DemoPerson.at("gr"))
        .filteredOn(person -> person.login().equals(login))
        .extracting(DemoPerson::role)
        .containsExactly(role);
    assertThat(DemoPerson.at("gr"))
        .extracting(DemoPerson::person)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(DemoPerson.at("rs").stream().map(DemoPerson::person).toList());
  }

  @Test
  void nobodyIsKnownAtAnotherNode() {
    assertThatThrownBy(() -> DemoPerson.at("xx")).hasMessageContaining("nobody at node xx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana:demo-marko", "ana:", "nobody:demo-nobody", ":"})
  void aWrongSecretGetsNothing(String login) throws Exception {
    var answer = ask(login);

    assertThat(answer.statusCode()).isIn(400, 401);
    assertThat(answer.body()).doesNotContain("access_token", "demo-");
  }

  /** The last one: after it each secret waits that was not used before. */
  @Order(Integer.MAX_VALUE)
  @Test
  void theRightSecretGetsInThoughOthersWereTried() throws Exception {
    for (int i = 0; i < 8; i++) {
      assertThat(ask("vera:wrong").statusCode()).isEqualTo(401);
    }
    long start = System.nanoTime();

    assertThat(ask("vera:wrong").statusCode()).isEqualTo(401);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("it waits the longer the more wrong ones came")
        .isBetween(Duration.ofMillis(700), Duration.ofSeconds(4));
    assertThat(ask("vera:demo-vera").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyItsOwnAddressIsAnswered() {
    var wire = new Wire(PORT);
    var head = "GET /oauth2/jwks HTTP/1.1\r\nConnection: close\r\nHost: ";

    assertThat(wire.raw(head + "attacker.example.net\r\n\r\n").problem()).isEqualTo("misdirected");
    assertThat(wire.raw(head + "127.0.0.1:" + PORT + "\r\n\r\n").status()).isEqualTo(200);
  }

  @Test
  void halfARequestForATokenIsNotWaitedFor() {
    try (var slow = Held.open(PORT)) {
      slow.send(
              "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n"
                  + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
          .drip("a", Duration.ofSeconds(1));

      assertThat(slow.isClosedWithin(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void onlyThePublicKeyIsPublished() throws Exception {
    var keys = get("/oauth2/jwks").body();

    assertThat(keys).contains("\"kty\":\"EC\"").doesNotContain("\"d\":");
  }

  @Test
  void healthIsOpenAndNothingElseIsThere() throws Exception {
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    for (var path :
        List.of(
            "/",
            "/actuator",
            "/actuator/env",
            "/oauth2/authorize",
            "/oauth2/introspect",
            "/userinfo",
            "/connect/register")) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 401);
    }
  }

  @Test
  void theKeyOutlivesARestartAndIsTheOwnersAlone() throws Exception {
    var before = token("ana");
    issuer.close();
    issuer = run();

    assertThat(before.verify(new ECDSAVerifier(published().getKeys().getFirst().toECKey())))
        .isTrue();
    assertThat(Files.getPosixFilePermissions(data.resolve("issuer-key.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(data.resolve("issuer-key.json"));
    }
  }

  @Test
  void itRunsForDemonstrationsOnly() throws Exception {
    for (var wrong : List.of("homeward.demo=false", "homeward.bind=0.0.0.0")) {
      var output = RunningIssuer.printedBy(() -> assertThatThrownBy(() -> run(wrong)).isNotNull());

      assertThat(output)
          .contains(
              "the demo issuer runs with HOMEWARD_DEMO=true and HOMEWARD_BIND=127.0.0.1 only");
    }
  }

  @Test
  void theAddressThatIsListenedOnIsTheOneThatWasChecked() throws Exception {
    var output =
        RunningIssuer.printedBy(
            () -> {
              try (var other = run("server.port=0", "server.address=0.0.0.0")) {
                var server = ((WebServerApplicationContext) other).getWebServer();
                var connector = ((TomcatWebServer) server).getTomcat().getConnector();
                assertThat(connector.getProperty("address").toString()).contains("127.0.0.1");
              }
            });

    assertThat(output).doesNotContain("generated security password");
  }

  @Test
  void secretsAndTokensAreNotLogged() throws Exception {
    var tokens = new ArrayList<String>();
    var output =
        RunningIssuer.printedBy(
            () -> {
              tokens.add(token("mina").serialize());
              ask("mina:wrong-planted");
            });

    var scan = SecretScan.of("demo-mina", "wrong-planted", tokens.getFirst());
    assertThat(scan.inText("log", output)).isEmpty();
  }

  private static ConfigurableApplicationContext run(String... more) {
    return RunningIssuer.run(PORT, data, more);
  }

  private static String person(String login) throws Exception {
    return token(login).getJWTClaimsSet().getStringClaim("person");
  }

  private static SignedJWT token(String login) throws Exception {
    var answer = ask(login + ":demo-" + login);
    assertThat(answer.statusCode()).isEqualTo(200);
    var body = JsonMapper.builder().build().readTree(answer.body());
    return SignedJWT.parse(body.get("access_token").asString());
  }

  private static JWKSet published() throws Exception {
    return JWKSet.parse(get("/oauth2/jwks").body());
  }

  private static HttpResponse<String> ask(String login) throws IOException, InterruptedException {
    var basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(address("/oauth2/token")))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(address(path))).build(), BodyHandlers.ofString());
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + PORT + path;
  }
}
