package org.homeward.trials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.NodePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried on one machine is what is deployed: the same services, told the same. */
class ComposeTest {

  /** Why one of the two says what the other does not. */
  private record Difference(String variable, Set<String> services, String reason) {}

  private static final Set<String> KEEPERS = Set.of("intake", "alert", "bridge");

  private static final List<Difference> ONLY_ON_ONE_MACHINE =
      List.of(
          new Difference("HOMEWARD_DEMO", ComposeFile.OURS.keySet(), "its people are known to all"),
          new Difference("HOMEWARD_DEMO_DESK", Set.of("alert"), "the desk of those people"),
          new Difference("HOMEWARD_DEMO_AUTHORITY", Set.of("alert"), "the office of those people"),
          new Difference(
              "HOMEWARD_WEBHOOKS_LOOPBACK", Set.of("alert"), "it tells systems of others"),
          new Difference("HOMEWARD_RESEND", Set.of("bridge"), "somebody looks on and waits"),
          new Difference("HOMEWARD_RESEND_MAX", Set.of("bridge"), "the same"),
          new Difference(
              "HOMEWARD_KAFKA", Set.of("gateway", "console"), "all are told it, they need none"),
          new Difference("HOMEWARD_DATA", Set.of("gateway"), "the same"),
          new Difference("HOMEWARD_CHECKPOINTS", Set.of("console"), "it has no audit trail"));

  private static final List<Difference> ONLY_IN_COMPOSE =
      List.of(
          new Difference(
              "HOMEWARD_COUNTRY",
              Set.of("intake", "alert", "bridge", "console"),
              "a real slug need not be the country"),
          new Difference(
              "HOMEWARD_ISSUER_KEYS",
              ComposeFile.OURS.keySet(),
              "people reach the issuer under a name that containers need not reach"),
          new Difference(
              "HOMEWARD_TRUSTED_PROXIES",
              Set.of("gateway"),
              "no proxy stands before the local one"),
          new Difference(
              "HOMEWARD_SECRETS",
              Set.of("intake", "alert", "bridge", "console"),
              "there one person reads all of them"),
          new Difference(
              "HOMEWARD_ISSUER_INSIDE", Set.of("console"), "as with HOMEWARD_ISSUER_KEYS"),
          new Difference("HOMEWARD_OPLOG_KEPT", Set.of("bridge"), "the embedded store has none"),
          new Difference("HOMEWARD_BACKUPS_KEPT", Set.of("bridge"), "the command says how long"),
          new Difference(
              "HOMEWARD_POLICE_KEY", Set.of("intake"), "no police read the demo's files"),
          new Difference("HOMEWARD_POLICE_KEY_OF", Set.of("intake"), "the same"),
          new Difference("HOMEWARD_PHONE", Set.of("alert"), "the demo's number will do there"),
          new Difference("HOMEWARD_CAP_SENDER", Set.of("alert"), "no police read the demo's CAP"),
          new Difference("HOMEWARD_MAIL_FROM", Set.of("alert"), "the demo's mail goes nowhere"),
          new Difference("HOMEWARD_SMSC", Set.of("alert"), "the demo has no provider for SMS"),
          new Difference("HOMEWARD_SMSC_LOGIN", Set.of("alert"), "the same"),
          new Difference("HOMEWARD_SMSC_PASSWORD_FILE", Set.of("alert"), "the same"),
          new Difference("HOMEWARD_SMS_SENDER", Set.of("alert"), "the same"),
          new Difference("HOMEWARD_SMSC_SECOND", Set.of("alert"), "the same"),
          new Difference("HOMEWARD_SMSC_SECOND_LOGIN", Set.of("alert"), "the same"),
          new Difference("HOMEWARD_SMSC_SECOND_PASSWORD_FILE", Set.of("alert"), "the same"),
          new Difference("HOMEWARD_SMS_SENDER_SECOND", Set.of("alert"), "the same"));

  /** Means something on one machine and nothing, or the wrong thing, in a container. */
  private static final Pattern UNUSABLE = Pattern.compile("127\\.0\\.0\\.1|^data|\\.invalid|^rs$");

  private static final Pattern KEY = Pattern.compile("\\$\\{([A-Z_]+):(.*)}$", Pattern.MULTILINE);

  @TempDir Path elsewhere;
  private final ComposeFile compose = ComposeFile.read();

  @ParameterizedTest
  @ValueSource(strings = {"intake", "alert", "bridge", "console", "gateway"})
  void aServiceIsToldWhatTheLocalNodeTellsIt(String service) {
    var here = new TreeSet<>(local().process(service).environment().keySet());
    here.removeAll(allowed(ONLY_ON_ONE_MACHINE, service));
    var there = new TreeSet<>(compose.environment(service).keySet());
    there.removeAll(allowed(ONLY_IN_COMPOSE, service));

    assertThat(there)
        .as("what %s is told; a difference needs its reason in this test", service)
        .isEqualTo(here);
  }

  @Test
  void aDifferenceThatIsNoneAnyMoreIsNotAllowed() {
    assertThat(ONLY_ON_ONE_MACHINE)
        .allSatisfy(
            it ->
                assertThat(it.services())
                    .allSatisfy(
                        service -> {
                          assertThat(local().process(service).environment())
                              .containsKey(it.variable());
                          assertThat(compose.environment(service)).doesNotContainKey(it.variable());
                        }));
    assertThat(ONLY_IN_COMPOSE)
        .allSatisfy(
            it ->
                assertThat(it.services())
                    .allSatisfy(
                        service -> {
                          assertThat(compose.environment(service)).containsKey(it.variable());
                          assertThat(local().process(service).environment())
                              .doesNotContainKey(it.variable());
                        }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "alert", "bridge", "console", "gateway"})
  void whatAServiceIsToldIsAKeyOfItsSettings(String service) {
    assertThat(keysOf(service).keySet()).containsAll(compose.environment(service).keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "alert", "bridge", "console", "gateway"})
  void aDefaultThatMeansNothingInAContainerIsReplaced(String service) {
    var needed =
        keysOf(service).entrySet().stream()
            .filter(key -> UNUSABLE.matcher(key.getValue()).find())
            .map(Map.Entry::getKey)
            .toList();

    assertThat(compose.environment(service).keySet()).containsAll(needed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "alert", "bridge", "console"})
  void theDriverTakesTheAddressOfTheStore(String service) {
    String address = compose.environment(service).get("HOMEWARD_STORE_URI");
    var uri = new ConnectionString(ComposeFile.filledIn(address));

    assertThat(uri.getHosts()).containsExactly("store:27017");
    assertThat(uri.getRequiredReplicaSetName()).isEqualTo("rs0");
    assertThat(uri.getUsername()).isEqualTo(service);
    assertThat(ComposeFile.text("deploy/store/init.js"))
        .contains("_id: \"rs0\"", "const host = \"store:27017\"", "\"" + service + "\"");
    assertThat(ComposeFile.list(compose.service("store"), "entrypoint").getLast())
        .contains("--replSet rs0");
  }

  @Test
  void servicesFindEachOtherWhereTheyListen() {
    var gateway = compose.environment("gateway");

    for (String service : List.of("intake", "alert", "bridge", "console")) {
      String port = compose.environment(service).get("SERVER_PORT");
      String name = "HOMEWARD_" + service.toUpperCase(Locale.ROOT) + "_URL";
      assertThat(gateway).containsEntry(name, "http://" + service + ":" + port);
    }
    for (String service : KEEPERS) {
      assertThat(ComposeFile.filledIn(compose.environment(service).get("HOMEWARD_KAFKA")))
          .isEqualTo("sasl://" + service + ":s3cret@broker:9092");
    }
    assertThat(compose.environment("console"))
        .containsEntry("HOMEWARD_API", "http://gateway:" + gateway.get("SERVER_PORT"));
    assertThat(gateway.get("HOMEWARD_GATEWAY"))
        .as("a name that the gateway answers to")
        .endsWith("," + compose.environment("console").get("HOMEWARD_API"));
    assertThat(compose.environment("broker").get("KAFKA_ADVERTISED_LISTENERS"))
        .startsWith("CLIENTS://broker:9092,");
  }

  private NodePlan local() {
    return Neighbours.in(elsewhere, module -> Path.of(module + ".jar"), Clock.systemUTC())
        .rs()
        .plan();
  }

  private static Set<String> allowed(List<Difference> differences, String service) {
    return differences.stream()
        .filter(it -> it.services().contains(service))
        .map(Difference::variable)
        .collect(Collectors.toSet());
  }

  /** Variables and their defaults. */
  private static TreeMap<String, String> keysOf(String service) {
    var keys = new TreeMap<String, String>();
    String module = ComposeFile.OURS.get(service);
    KEY.matcher(ComposeFile.text(module + "/src/main/resources/application.yml"))
        .results()
        .forEach(found -> keys.put(found.group(1), found.group(2)));
    return keys;
  }
}
