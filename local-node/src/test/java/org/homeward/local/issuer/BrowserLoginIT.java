package org.homeward.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.homeward.face.testing.Wire;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** People log in with a browser, as the console sends them. */
class BrowserLoginIT {

  private static final int PORT = FreePorts.take();
  private static final String ISSUER = "http://127.0.0.1:" + PORT;
  private static final String GATEWAY = "http://127.0.0.1:18080";
  @TempDir private static Path data;
  private static ConfigurableApplicationContext issuer;

  private final Browser browser = new Browser(ISSUER, GATEWAY);

  @BeforeAll
  static void start() {
    issuer = RunningIssuer.run(PORT, data, "homeward.gateway=" + GATEWAY);
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void aPersonGetsTokensOfTheirOwn() throws Exception {
    JsonNode tokens = tokens(browser, "dragan");
    var access = SignedJWT.parse(tokens.path("access_token").asString());
    var id = SignedJWT.parse(tokens.path("id_token").asString());
    var keys = JWKSet.parse(browser.get(ISSUER + "/oauth2/jwks").body());
    var verifier = new ECDSAVerifier(keys.getKeys().getFirst().toECKey());

    assertThat(access.verify(verifier)).isTrue();
    assertThat(id.verify(verifier)).isTrue();
    for (var claims : List.of(access.getJWTClaimsSet(), id.getJWTClaimsSet())) {
      assertThat(claims.getSubject()).isEqualTo("dragan");
      assertThat(claims.getIssuer()).isEqualTo(ISSUER);
      assertThat(claims.getStringClaim("person")).isEqualTo("p-1005");
      assertThat(claims.getStringListClaim("roles")).containsExactly("police");
      assertThat(claims.getStringClaim("desk")).isEqualTo(RunningIssuer.DESK);
    }
    assertThat(access.getJWTClaimsSet().getAudience()).containsExactly("homeward-test");
    assertThat(id.getJWTClaimsSet().getAudience()).containsExactly(ConsoleClient.ID);
    assertThat(id.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo(Browser.NONCE);
    assertThat(tokens.path("expires_in").asInt()).isBetween(300, 420);
  }

  @Test
  void theDiscoveryDocumentNamesWhatIsThereAndNothingElse() {
    JsonNode document = Browser.json(browser.get(ISSUER + "/.well-known/openid-configuration"));

    assertThat(document.path("issuer").asString()).isEqualTo(ISSUER);
    assertThat(document.path("authorization_endpoint").asString())
        .isEqualTo(ISSUER + "/oauth2/authorize");
    assertThat(document.path("end_session_endpoint").asString())
        .isEqualTo(ISSUER + "/connect/logout");
    assertThat(document.path("revocation_endpoint").asString())
        .isEqualTo(ISSUER + "/oauth2/revoke");
    assertThat(document.path("code_challenge_methods_supported").toString())
        .isEqualTo("[\"S256\"]");
    assertThat(document.path("id_token_signing_alg_values_supported").toString())
        .isEqualTo("[\"ES256\"]");
    assertThat(document.propertyNames())
        .doesNotContain("userinfo_endpoint", "introspection_endpoint", "registration_endpoint");
  }

  @Test
  void aCodeIsWorthNothingWithoutItsVerifier() {
    String code = browser.code("ana");

    assertRefused(browser.exchange(code, "another-verifier-of-forty-three-characters-01234"));
    assertRefused(browser.exchange(code, ""));
    assertThat(
            browser
                .post(
                    "/oauth2/token",
                    Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "client_id",
                        ConsoleClient.ID,
                        "redirect_uri",
                        GATEWAY + "/login/oauth2/code/homeward",
                        "code_verifier",
                        Browser.VERIFIER))
                .statusCode())
        .as("without the console's secret")
        .isIn(400, 401);
  }

  @Test
  void noLoginBeginsWithoutAChallenge() {
    var without = browser.request();
    without.remove("code_challenge");
    without.remove("code_challenge_method");
    var plain = browser.request();
    plain.put("code_challenge_method", "plain");

    for (var query : List.of(without, plain)) {
      assertThat(location(browser.authorize(query)))
          .startsWith(GATEWAY + "/login/oauth2/code/homeward?")
          .contains("error=invalid_request")
          .doesNotContain("code=");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:18180/login/oauth2/code/homeward",
        "http://127.0.0.1:18080/login/oauth2/code/homeward/",
        "http://127.0.0.1:18080/login/oauth2/code/homeward?x=1",
        "http://127.0.0.1:18080/",
        "http://localhost:18080/login/oauth2/code/homeward",
        "https://attacker.example.net/login/oauth2/code/homeward",
        "javascript:alert(1)",
        ""
      })
  void aCodeGoesToNoOtherAddress(String other) {
    var wanted = browser.request();
    wanted.put("redirect_uri", other);

    var answer = browser.authorize(wanted);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).doesNotContain("attacker", "alert");
  }

  @Test
  void aCodeThatComesTwiceEndsItsLogin() {
    String code = browser.code("ana");
    JsonNode tokens = Browser.json(browser.exchange(code, Browser.VERIFIER));

    assertRefused(browser.exchange(code, Browser.VERIFIER));
    assertRefused(browser.refresh(refreshToken(tokens)));
  }

  @Test
  void eachRefreshGivesAnotherTokenAndTheOldOneEndsTheLogin() {
    JsonNode first = tokens(browser, "ana");
    var second = browser.refresh(refreshToken(first));
    JsonNode fresh = Browser.json(second);

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(refreshToken(fresh)).isNotEqualTo(refreshToken(first));

    assertRefused(browser.refresh(refreshToken(first)));
    assertRefused(browser.refresh(refreshToken(fresh)));
  }

  @Test
  void ofManyWhoUseATokenAtOnceAtMostOneGetsOnAndNobodyKeepsTheLogin() throws Exception {
    JsonNode first = tokens(browser, "ana");
    Callable<HttpResponse<String>> use = () -> browser.refresh(refreshToken(first));
    var answers = new ArrayList<HttpResponse<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(List.of(use, use, use, use))) {
        answers.add(answer.get());
      }
    }

    var won = answers.stream().filter(answer -> answer.statusCode() == 200).toList();
    assertThat(won).hasSizeLessThanOrEqualTo(1);
    won.forEach(answer -> assertRefused(browser.refresh(refreshToken(Browser.json(answer)))));
  }

  @Test
  void aRevokedLoginIsRefreshedNoMore() {
    JsonNode tokens = tokens(browser, "ana");

    assertThat(browser.revoke(refreshToken(tokens)).statusCode()).isEqualTo(200);

    assertRefused(browser.refresh(refreshToken(tokens)));
  }

  @Test
  void nobodyElseRevokesOrRefreshesALogin() {
    JsonNode tokens = tokens(browser, "ana");
    var asMarko =
        browser.post("/oauth2/revoke", Map.of("token", refreshToken(tokens)), "marko:demo-marko");

    assertThat(asMarko.statusCode()).isIn(400, 401);
    assertThat(browser.refresh(refreshToken(tokens)).statusCode()).isEqualTo(200);
  }

  @Test
  void whoSignsOutIsAskedAgain() {
    JsonNode tokens = tokens(browser, "ana");
    assertThat(location(browser.authorize(browser.request()))).contains("code=");

    var out =
        browser.get(
            ISSUER
                + "/connect/logout?id_token_hint="
                + tokens.path("id_token").asString()
                + "&post_logout_redirect_uri="
                + GATEWAY
                + "/");

    assertThat(location(out)).isEqualTo(GATEWAY + "/");
    assertThat(location(browser.authorize(browser.request()))).isEqualTo("/login");
  }

  @Test
  void aSecretOfAnotherIsRefusedOnThePageToo() {
    assertThat(location(browser.press("ana", "demo-marko"))).isEqualTo("/login?wrong=true");
    assertThat(browser.get(ISSUER + "/login?wrong=true").body()).contains("role=\"alert\"");
    assertThat(location(browser.authorize(browser.request()))).isEqualTo("/login");
  }

  @Test
  void aFormOfAnotherSiteLogsNobodyIn() {
    var forged = browser.post("/login", Map.of("username", "ana", "password", "demo-ana"));

    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(location(browser.authorize(browser.request()))).isEqualTo("/login");
  }

  @Test
  void thePageShowsEveryPersonByRoleWithoutScripts() {
    var page = browser.page();

    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    for (var person : DemoPerson.at("rs")) {
      assertThat(page.body())
          .contains("value=\"" + person.login() + "\"", LoginHtml.said(person.role()));
    }
    assertThat(page.body()).contains("the same person as ana").doesNotContain("<script", "onclick");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "form-action 'self' " + GATEWAY, "style-src 'sha256-");
    assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("HW-issuer-rs=")
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void thePageWritesDownNothingAsMarkup() {
    var odd = new DemoPerson("<b>&\"'", "p-1", "<i>role");

    var page = new LoginHtml("rs", List.of(odd)).page("_csrf", "\"><script>", false);

    assertThat(page)
        .contains("&lt;b&gt;&amp;&quot;&#39;", "&lt;i&gt;role", "&quot;&gt;&lt;script&gt;")
        .doesNotContain("<b>", "<i>", "<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/oauth2/authorize?response_type=code", "/oauth2/token"})
  void nobodyIsSentToAHostThatTheRequestNames(String path) {
    var answer =
        new Wire(PORT)
            .raw(
                "GET "
                    + path
                    + " HTTP/1.1\r\nConnection: close\r\nHost: attacker.example.net\r\n"
                    + "X-Forwarded-Host: attacker.example.net\r\n\r\n");

    assertThat(answer.problem()).isEqualTo("misdirected");
    assertThat(answer.text()).doesNotContain("attacker");
  }

  @Test
  void secretsCodesAndTokensAreNotLogged() throws Exception {
    var secrets = new ArrayList<String>();
    var output =
        RunningIssuer.printedBy(
            () -> {
              String code = browser.code("mina");
              JsonNode tokens = Browser.json(browser.exchange(code, Browser.VERIFIER));
              secrets.addAll(List.of(code, refreshToken(tokens)));
              secrets.add(tokens.path("access_token").asString());
              secrets.add(tokens.path("id_token").asString());
              browser.exchange(code, Browser.VERIFIER);
              browser.refresh(refreshToken(tokens));
              browser.refresh(refreshToken(tokens));
              browser.press("mina", "wrong-planted");
            });

    assertThat(output).as("who uses a code twice is told of").contains("was used twice");
    secrets.addAll(List.of("wrong-planted", "demo-mina", Browser.VERIFIER, ConsoleClient.secret()));
    assertThat(SecretScan.of(secrets.toArray(String[]::new)).inText("log", output)).isEmpty();
  }

  private static JsonNode tokens(Browser browser, String login) {
    var answer = browser.exchange(browser.code(login), Browser.VERIFIER);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Browser.json(answer);
  }

  private static String refreshToken(JsonNode tokens) {
    return tokens.path("refresh_token").asString();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isIn(400, 401);
    assertThat(answer.body()).doesNotContain("access_token");
  }
}
