package org.homeward.trials.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;
import org.homeward.local.client.Reports;
import org.homeward.trials.PartOfANode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gateway and intake take the tokens of a real Keycloak with our realm, and no others. */
@Tag("keycloak")
class RealmKeycloakIT {
  private static final String PASSWORD = "a long one of a test";

  private static PartOfANode node;
  private static URI door;
  private static Keycloak keycloak;

  private final Http http = new Http();

  @BeforeAll
  static void start() {
    node = new PartOfANode("keycloak-node");
    door = node.plan().door();
    keycloak = new Keycloak("rs", door);
    node.start(Map.of(), "engines");
    // As docker-compose.yml tells it; for the demo's own issuer the keys' address need not be told.
    node.start(
        Map.of(
            "HOMEWARD_DEMO", "false",
            "HOMEWARD_ISSUER", keycloak.issuer().toString(),
            "HOMEWARD_ISSUER_KEYS", keycloak.keys().toString()),
        "intake",
        "gateway");
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @Test
  void anOperatorFilesAReportAndStandsInItAsThePersonThatTheTokenNames() {
    keycloak.hire("operator-one", PASSWORD, "p-7001", "operator");
    String token = login("operator-one");

    Answer filed = file(token, "KC-1");
    Answer read = get("/api/v1/cases/" + filed.text("case"), token);

    assertThat(filed.status()).isEqualTo(201);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().path("reports").path(0).path("by").asString()).isEqualTo("p-7001");
    assertThat(claims(token).path("sub").asString()).isNotBlank().isNotEqualTo("p-7001");
  }

  @Test
  void oneWithAnotherRoleIsRefused() {
    keycloak.hire("police-one", PASSWORD, "p-7002", "police");

    assertThat(file(login("police-one"), "KC-2").status()).isEqualTo(403);
    assertThat(file(keycloak.operations(), "KC-2").status()).isEqualTo(403);
  }

  @Test
  void oneOfWhomNobodySaidWhoThatIsGetsNowhere() {
    keycloak.hire("operator-two", PASSWORD, "", "operator");

    assertThat(file(login("operator-two"), "KC-3").status()).isEqualTo(401);
  }

  @Test
  void scriptsOfTheMachineSeeWhatAnAdministratorSees() {
    URI health = node.plan().management("intake").resolve("/actuator/health");

    assertThat(http.send(with(health, keycloak.operations())).body()).contains("components");
    assertThat(http.send(Http.to(health).build()).body()).doesNotContain("components");
  }

  @Test
  void aTokenHoldsNoNameAndNoAddress() {
    keycloak.hire("operator-three", PASSWORD, "p-7003", "operator");

    JsonNode claims = claims(login("operator-three"));

    assertThat(claims.path("aud").asString()).isEqualTo("homeward-rs");
    assertThat(claims.path("roles").toString()).contains("\"operator\"");
    assertThat(claims.propertyNames())
        .doesNotContain("name", "given_name", "family_name", "email", "preferred_username");
  }

  @Test
  void aRefreshTokenIsGoodOnce() {
    keycloak.hire("operator-four", PASSWORD, "p-7004", "operator");
    var browser = new BrowserLogin(keycloak, door);
    String first = browser.tokens("operator-four", PASSWORD).text("refresh_token");

    assertThat(browser.refreshed(first).status()).isEqualTo(200);
    assertThat(browser.refreshed(first).status()).isEqualTo(400);
  }

  @Test
  void nobodyIsSentElsewhereAfterALogin() {
    URI elsewhere = door.resolve("/login/oauth2/code/homeward/elsewhere");

    Answer page = new BrowserLogin(keycloak, door).page(elsewhere, "v".repeat(50));

    assertThat(page.status()).isEqualTo(400);
  }

  @Test
  void whoIsMadeMustSetUpASecondFactor() {
    keycloak.administer("POST", "/users", "{\"username\": \"new-one\", \"enabled\": true}");

    assertThat(keycloak.administer("GET", "/users?username=new-one", "").body())
        .contains("CONFIGURE_TOTP");
  }

  private static String login(String name) {
    return new BrowserLogin(keycloak, door).token(name, PASSWORD);
  }

  private Answer file(String token, String plate) {
    return http.send(
        Http.to(door.resolve("/api/v1/reports"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", HotlineClient.newKey())
            .POST(BodyPublishers.ofString(Reports.marked(plate)))
            .build());
  }

  private Answer get(String path, String token) {
    return http.send(with(door.resolve(path), token));
  }

  private static HttpRequest with(URI address, String token) {
    return Http.to(address).header("Authorization", "Bearer " + token).build();
  }

  private static JsonNode claims(String token) {
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
