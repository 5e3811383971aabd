package org.homeward.trials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm that Keycloak imports. */
class RealmTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern ROLE = Pattern.compile("^  ([A-Z_]+)[,;]$", Pattern.MULTILINE);

  private final String text = ComposeFile.text("deploy/keycloak/homeward-realm.json");
  private final JsonNode realm = JSON.readTree(text);

  @Test
  void itsRolesAreOurs() {
    var ours = new TreeSet<String>();
    String source =
        ComposeFile.text("platform/service-face/src/main/java/org/homeward/face/access/Role.java");
    ROLE.matcher(source)
        .results()
        .forEach(found -> ours.add(found.group(1).toLowerCase(Locale.ROOT).replace('_', '-')));

    assertThat(realm.path("roles").path("realm").findValuesAsString("name"))
        .containsExactlyInAnyOrderElementsOf(ours);
  }

  @Test
  void everyClientPutsIntoTokensWhatServicesAsk() {
    assertThat(realm.path("clients")).hasSize(2);
    for (JsonNode client : realm.path("clients")) {
      assertThat(client.path("protocolMappers").findValuesAsString("claim.name"))
          .contains("person", "roles");
      assertThat(client.path("publicClient").asBoolean(true)).isFalse();
      assertThat(client.path("protocolMappers").findValuesAsString("included.custom.audience"))
          .containsExactly("homeward-${HOMEWARD_NODE}");
      assertThat(client.path("defaultClientScopes").toString()).isEqualTo("[\"basic\"]");
      assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
    }
  }

  @Test
  void nobodyIsInItWhosePasswordIsKnown() {
    assertThat(realm.path("users"))
        .allSatisfy(user -> assertThat(user.has("serviceAccountClientId")).isTrue());
    assertThat(text).doesNotContain("\"credentials\"");
    assertThat(realm.findValuesAsString("secret"))
        .containsExactly("${HOMEWARD_CONSOLE_SECRET}", "${HOMEWARD_OPERATIONS_SECRET}");
  }

  @Test
  void peopleComeBackToOneAddressWithACodeThatOnlyTheConsoleCanUse() {
    JsonNode console = realm.path("clients").path(0);

    assertThat(console.path("clientId").asString()).isEqualTo("homeward-console");
    assertThat(console.path("redirectUris").toString())
        .isEqualTo("[\"${HOMEWARD_GATEWAY_URL}/login/oauth2/code/homeward\"]");
    assertThat(console.path("webOrigins").toString()).isEqualTo("[]");
    assertThat(console.path("attributes").path("post.logout.redirect.uris").asString())
        .isEqualTo("${HOMEWARD_GATEWAY_URL}/");
    assertThat(console.path("attributes").path("pkce.code.challenge.method").asString())
        .isEqualTo("S256");
    assertThat(console.path("implicitFlowEnabled").asBoolean(true)).isFalse();
    assertThat(console.path("protocolMappers").findValuesAsString("claim.name")).contains("desk");
  }

  @Test
  void aRefreshTokenIsGoodOnce() {
    assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
    assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
    assertThat(realm.path("accessTokenLifespan").asInt()).isBetween(60, 600);
  }

  /**
   * Keycloak's protection refuses the right password too: after wrong ones, and while a stranger's
   * attempt at the same login is looked at.
   */
  @Test
  void noStrangerKeepsTheOwnerOfALoginOut() {
    assertThat(realm.path("bruteForceProtected").isBoolean()).isTrue();
    assertThat(realm.path("bruteForceProtected").asBoolean()).isFalse();
    assertThat(realm.path("permanentLockout").asBoolean()).isFalse();
  }

  /** What guesses come to nothing by while the proxy slows them down. */
  @Test
  void passwordsAreLongAndASecondFactorIsAsked() {
    assertThat(realm.path("passwordPolicy").asString()).contains("length(12)");
    assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
    for (JsonNode action : realm.path("requiredActions")) {
      assertThat(action.path("enabled").asBoolean()).isTrue();
    }
    assertThat(ComposeFile.text("docs/operations.md"))
        .contains(
            "limit_req_zone $binary_remote_addr",
            "^/realms/homeward/(login-actions/|protocol/openid-connect/token$)");
  }

  @Test
  void onlyAdministratorsSayWhoIsOnePersonAndWhoseDeskItIs() {
    String profile = realm.path("components").findPath("kc.user.profile.config").path(0).asString();

    for (JsonNode attribute : JSON.readTree(profile).path("attributes")) {
      assertThat(attribute.path("permissions").path("edit").toString())
          .as(attribute.path("name").asString())
          .isEqualTo("[\"admin\"]");
    }
  }

  @Test
  void whatItTakesFromTheEnvironmentIsThere() {
    var taken = ComposeFile.variablesOf(text);

    assertThat(taken).isNotEmpty();
    assertThat(ComposeFile.read().environment("issuer").keySet()).containsAll(taken);
  }
}
