package org.homeward.trials.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Http;
import org.homeward.testkit.FreePorts;
import org.homeward.trials.ProjectFiles;

/** A real Keycloak with the realm of {@code deploy/keycloak}, on free ports of this machine. */
final class Keycloak implements AutoCloseable {
  private static final Path UNPACKED = ProjectFiles.root().resolve("trials/target/keycloak");
  private static final String REALM = "homeward-realm.json";
  private static final Duration START = Duration.ofMinutes(3);

  private final Http http = new Http();
  private final int port = FreePorts.take();
  private final int managementPort = FreePorts.take();
  private final String adminPassword = UUID.randomUUID().toString();
  private final String operationsSecret = UUID.randomUUID().toString();
  private final String consoleSecret = UUID.randomUUID().toString();
  private final Process process;

  /**
   * @param gateway where the node is, for the browser's way back
   */
  Keycloak(String node, URI gateway) {
    try {
      Path home = home();
      forget(home.resolve("data")); // a realm that is known is not imported again
      Path realms = Files.createDirectories(home.resolve("data/import"));
      Files.copy(
          ProjectFiles.root().resolve("deploy/keycloak").resolve(REALM),
          realms.resolve(REALM),
          StandardCopyOption.REPLACE_EXISTING);
      var builder =
          new ProcessBuilder(home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm")
              .redirectErrorStream(true)
              .redirectOutput(UNPACKED.resolve("keycloak.log").toFile());
      builder
          .environment()
          .putAll(
              Map.of(
                  "JAVA_HOME",
                  System.getProperty("java.home"),
                  "JAVA_OPTS_KC_HEAP",
                  "-Xmx512m",
                  "KC_HTTP_HOST",
                  "127.0.0.1",
                  "KC_HTTP_PORT",
                  "" + port,
                  "KC_HTTP_MANAGEMENT_PORT",
                  "" + managementPort,
                  "KC_HEALTH_ENABLED",
                  "true",
                  "KC_BOOTSTRAP_ADMIN_USERNAME",
                  "first-admin",
                  "KC_BOOTSTRAP_ADMIN_PASSWORD",
                  adminPassword));
      builder
          .environment()
          .putAll(
              Map.of(
                  "HOMEWARD_NODE", node,
                  "HOMEWARD_GATEWAY_URL", gateway.toString(),
                  "HOMEWARD_CONSOLE_SECRET", consoleSecret,
                  "HOMEWARD_OPERATIONS_SECRET", operationsSecret));
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitReady();
  }

  private static Path home() throws IOException {
    if (!Files.isDirectory(UNPACKED)) {
      throw new IllegalStateException("Keycloak is unpacked by ./mvnw -Pkeycloak; start it so");
    }
    try (Stream<Path> content = Files.list(UNPACKED)) {
      return content.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private static void forget(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void awaitReady() {
    var ready = Http.to(URI.create("http://127.0.0.1:" + managementPort + "/health/ready")).build();
    Awaitility.await("Keycloak, see target/keycloak/keycloak.log")
        .atMost(START)
        .ignoreExceptions()
        .failFast("Keycloak ended, see target/keycloak/keycloak.log", () -> !process.isAlive())
        .until(() -> http.send(ready).status() == 200);
  }

  URI issuer() {
    return at("/realms/homeward");
  }

  URI keys() {
    return URI.create(issuer() + "/protocol/openid-connect/certs");
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What the console shows when it exchanges a code. */
  String consoleSecret() {
    return consoleSecret;
  }

  /** A token of this machine's scripts. */
  String operations() {
    return token(
        "homeward",
        Map.of(
            "grant_type", "client_credentials",
            "client_id", "homeward-operations",
            "client_secret", operationsSecret));
  }

  /**
   * Makes a person as an administrator does, who has set up the second factor already.
   *
   * @param person what the token must call this person; empty when somebody forgot it
   */
  void hire(String login, String password, String person, String role) {
    String attributes = person.isEmpty() ? "{}" : "{\"person\": [\"%s\"]}".formatted(person);
    String user =
        """
        "username": "%s", "enabled": true, "attributes": %s
        """
            .formatted(login, attributes);
    String credentials =
        """
        "credentials": [{"type": "password", "value": "%s", "temporary": false}]
        """
            .formatted(password);
    Answer made = administer("POST", "/users", "{" + user + "," + credentials + "}");
    assertThat(made.status()).isEqualTo(201);
    String location = made.header("Location");
    String path = "/users" + location.substring(location.lastIndexOf('/'));
    assertThat(administer("PUT", path, "{" + user + ", \"requiredActions\": []}").status())
        .isEqualTo(204);
    String roles = "[" + administer("GET", "/roles/" + role, "").body() + "]";
    assertThat(administer("POST", path + "/role-mappings/realm", roles).status()).isEqualTo(204);
  }

  Answer administer(String method, String path, String body) {
    String token =
        token(
            "master",
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "first-admin",
                "password", adminPassword));
    HttpRequest request =
        Http.to(at("/admin/realms/homeward" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request);
  }

  private String token(String realm, Map<String, String> form) {
    Answer answer =
        http.send(
            Http.to(at("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build());
    assertThat(answer.status()).isEqualTo(200);
    return answer.text("access_token");
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(15))) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
