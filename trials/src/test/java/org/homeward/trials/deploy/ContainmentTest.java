package org.homeward.trials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

/** What runs in the containers of {@code docker-compose.yml} may do little and hides nothing. */
class ContainmentTest {
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|_KEY|_URI)");
  private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]{5,}}");
  private static final Pattern OPTIONAL = Pattern.compile("\\$\\{([A-Z_]+):?-[^}]*}");

  /** Services that must write into their own tree, with the reason. */
  private static final Map<String, String> WRITES =
      Map.of(
          "broker", "writes its configuration beside its programs when it starts",
          "issuer", "builds itself for its database when it starts");

  private final ComposeFile compose = ComposeFile.read();
  private final String text = ComposeFile.text("docker-compose.yml");

  @Test
  void everyImageHasAVersion() {
    compose
        .services()
        .forEach(
            (name, service) ->
                assertThat(image(name))
                    .as(name)
                    .matches("[a-z./-]+:(v?[0-9]+[.][0-9.]+|\\$\\{HOMEWARD_VERSION:-.+})"));
  }

  @Test
  void versionsAreThoseThatAreUsedElsewhere() {
    String pom = ComposeFile.text("pom.xml");

    assertThat(image("broker")).endsWith(":" + AppInfoParser.getVersion());
    assertThat(ComposeFile.text("trials/pom.xml"))
        .contains("<keycloak.version>" + afterColon(image("issuer")) + "</keycloak.version>");
    assertThat(pom).contains("<mongodb.image>" + image("store") + "</mongodb.image>");
    assertThat(pom).contains("<kafka.image>" + image("broker") + "</kafka.image>");
    assertThat(pom)
        .contains("<version>" + image("gateway").replaceAll(".*:-|}", "") + "</version>");
  }

  @Test
  void nobodyIsRootAndNobodyBecomesIt() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              if (!ComposeFile.OURS.containsKey(name)) { // theirs stands in the Dockerfile
                assertThat((String) service.get("user")).as(name).matches("[1-9][0-9]*:[0-9]+");
              }
              assertThat(ComposeFile.list(service, "cap_drop")).as(name).containsExactly("ALL");
              assertThat(ComposeFile.list(service, "security_opt"))
                  .as(name)
                  .containsExactly("no-new-privileges:true");
              assertThat(service).as(name).doesNotContainKeys("privileged", "cap_add", "devices");
            });
  }

  @Test
  void rootsAreReadOnlyButThoseThatCannotBe() {
    compose
        .services()
        .forEach(
            (name, service) ->
                assertThat(service.get("read_only"))
                    .as(name)
                    .isEqualTo(WRITES.containsKey(name) ? null : true));
  }

  @Test
  void allHaveLimitsARestartAndAHealthCheck() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              var deploy = ComposeFile.map(service, "deploy");
              var limits = ComposeFile.map(ComposeFile.map(deploy, "resources"), "limits");
              assertThat(limits).as(name).containsKeys("cpus", "memory", "pids");
              assertThat(ComposeFile.map(service, "logging")).as(name).containsKey("options");
              boolean once = name.endsWith("-init");
              assertThat(service.get("restart")).as(name).isEqualTo(once ? "no" : "unless-stopped");
              if (!ComposeFile.OURS.containsKey(name) && !once) {
                assertThat(ComposeFile.list(ComposeFile.map(service, "healthcheck"), "test"))
                    .as(name)
                    .startsWith("CMD");
              }
            });
  }

  @Test
  void theMemoryThatAMachineNeedsIsSaid() {
    int[] megabytes = {0};
    compose
        .services()
        .forEach(
            (name, service) -> {
              boolean keepsRunning = !name.endsWith("-init") && !service.containsKey("profiles");
              var deploy = ComposeFile.map(service, "deploy");
              var limits = ComposeFile.map(ComposeFile.map(deploy, "resources"), "limits");
              String memory = String.valueOf(limits.get("memory"));
              int number = Integer.parseInt(memory.substring(0, memory.length() - 1));
              if (keepsRunning) {
                megabytes[0] += memory.endsWith("g") ? number * 1_024 : number;
              }
            });

    assertThat(ComposeFile.text("docs/operations.md"))
        .contains("are %.1f GB of memory".formatted(megabytes[0] / 1_000.0));
  }

  /** Ours have it from the image; MongoDB and PostgreSQL end by themselves. */
  @Test
  void aFullHeapEndsTheProcess() {
    String ends = "-XX:+ExitOnOutOfMemoryError";

    assertThat(compose.environment("broker")).containsEntry("KAFKA_OPTS", ends);
    assertThat(compose.environment("issuer")).containsEntry("JAVA_OPTS_APPEND", ends);
  }

  @Test
  void servicesStopInPeace() {
    ComposeFile.OURS
        .keySet()
        .forEach(
            name -> assertThat(compose.service(name)).containsEntry("stop_grace_period", "45s"));
  }

  @Test
  void whatIsPublishedIsPublishedToThisMachine() {
    var published = new TreeSet<String>();
    compose.services().values().forEach(s -> published.addAll(ComposeFile.list(s, "ports")));

    assertThat(published)
        .containsExactly(
            "127.0.0.1:8025:8025",
            "127.0.0.1:8079:8080",
            "127.0.0.1:8080:8080",
            "127.0.0.1:8082:8082",
            "127.0.0.1:9090:9090");
  }

  @Test
  void managementIsForContainersOnly() {
    for (String service : ComposeFile.OURS.keySet()) {
      String port = compose.environment(service).get("MANAGEMENT_SERVER_PORT");

      assertThat(Integer.parseInt(port))
          .isEqualTo(Integer.parseInt(compose.environment(service).get("SERVER_PORT")) + 1_000);
      assertThat(ComposeFile.list(compose.service(service), "ports"))
          .noneMatch(published -> published.endsWith(":" + port));
      assertThat(ComposeFile.text("deploy/monitoring/prometheus-containers.yml"))
          .contains("[\"" + service + ":" + port + "\"]");
    }
    assertThat(ComposeFile.text("deploy/image/healthy")).contains("${MANAGEMENT_SERVER_PORT:-");
  }

  /** Whoever else is a neighbour of the host must not say for whom it asks. */
  @Test
  void whatIsTrustedToSayForWhomItAsksIsInTheNetworksOfTheGateway() {
    for (String service : ComposeFile.OURS.keySet()) {
      assertThat(compose.environment(service).get("HOMEWARD_TRUSTED_PROXIES"))
          .contains(":-" + subnet("inside") + "," + subnet("loopback") + "}");
    }
    assertThat(ComposeFile.list(compose.service("gateway"), "networks"))
        .containsExactlyInAnyOrder("inside", "loopback");
    assertThat(List.of(subnet("inside"), subnet("loopback"))).allMatch(it -> it.endsWith("/24"));
  }

  private String subnet(String network) {
    String ipam = String.valueOf(compose.network(network).get("ipam"));
    return ipam.replaceAll(".*subnet=([0-9./]+).*", "$1");
  }

  /**
   * What one service keeps for itself no other has, and the store and the broker know them apart.
   */
  @Test
  void eachServiceHasItsOwnSecrets() {
    for (String service : List.of("intake", "alert", "bridge")) {
      assertThat(volumes(service)).contains(service + "-secrets:/var/lib/homeward-secrets");
      assertThat(volumes(service))
          .filteredOn(volume -> volume.contains("-secrets:"))
          .as(service)
          .hasSize(1);
      String upper = service.toUpperCase(Locale.ROOT);
      assertThat(ComposeFile.variablesOf(compose.environment(service).toString()))
          .contains(upper + "_STORE_PASSWORD", upper + "_BROKER_PASSWORD")
          .filteredOn(name -> name.endsWith("_PASSWORD"))
          .hasSize(2);
    }
    assertThat(ComposeFile.text("Dockerfile"))
        .contains("/var/lib/homeward /var/lib/homeward-secrets");
    assertThat(ComposeFile.text("deploy/store/init.js"))
        .contains("[{ role: \"readWrite\", db: `${process.env.HOMEWARD_NODE}_${service}` }]");
  }

  /** A dump of the store must not hold photos as they came: a suspected abuse image is one. */
  @Test
  void photosAreFilesThatOneServiceReaches() {
    for (String service : List.of("intake", "alert", "bridge")) {
      String place = "/var/lib/homeward/photos/" + service;
      assertThat(compose.environment(service)).doesNotContainKey("HOMEWARD_PHOTOS_IN");
      assertThat(volumes(service)).contains(service + "-photos:" + place);
      assertThat(volumes(service))
          .filteredOn(volume -> volume.contains("-photos:"))
          .as(service)
          .hasSize(1);
      assertThat(ComposeFile.text("Dockerfile")).contains(" " + place);
    }
  }

  private List<String> volumes(String service) {
    return ComposeFile.list(compose.service(service), "volumes");
  }

  @Test
  void theFileSaysThatItWasNeverStarted() {
    assertThat(text).contains("Nothing of this file was ever");
  }

  @Test
  void noPasswordStandsInAnArgument() {
    compose
        .services()
        .forEach(
            (name, service) ->
                assertThat(service.get("command") + " " + service.get("entrypoint"))
                    .as(name)
                    .doesNotContainPattern("[A-Z_]*PASSWORD"));
  }

  @Test
  void enginesAreAloneAndNobodyHasTwoWaysOut() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              List<String> out =
                  ComposeFile.list(service, "networks").stream()
                      .filter(network -> !compose.network(network).containsKey("internal"))
                      .toList();
              boolean engine =
                  List.of("broker", "broker-init", "store", "store-init", "issuer-store")
                      .contains(name);
              // Of two, the engine would choose the way out by its name.
              assertThat(out).as(name).hasSizeLessThanOrEqualTo(engine ? 0 : 1);
            });
  }

  @Test
  void noSecretIsWrittenDown() {
    compose
        .services()
        .keySet()
        .forEach(
            name ->
                compose
                    .environment(name)
                    .forEach(
                        (variable, value) -> {
                          if (SECRET.matcher(variable).matches() && !value.startsWith("/")) {
                            assertThat(ComposeFile.variablesOf(value)).as(variable).isNotEmpty();
                          }
                        }));
  }

  @Test
  void whatIsMissingIsSaidAndWhatIsNeededStandsInTheExample() {
    var all = ComposeFile.variablesOf(text);
    var said = new TreeSet<String>();
    REQUIRED.matcher(text).results().forEach(found -> said.add(found.group(1)));
    var optional = new TreeSet<String>();
    OPTIONAL.matcher(text).results().forEach(found -> optional.add(found.group(1)));
    String example = ComposeFile.text("deploy/example.env");

    assertThat(all).isEqualTo(union(said, optional));
    assertThat(said).allSatisfy(name -> assertThat(example).containsPattern("(?m)^" + name + "="));
    assertThat(optional)
        .allSatisfy(name -> assertThat(example).containsPattern("(?m)^# " + name + "="));
  }

  @Test
  void theExampleHoldsNothingThatSomebodyCouldUse() {
    assertThat(ComposeFile.text("deploy/example.env").lines())
        .filteredOn(line -> line.matches("[A-Z_]*(PASSWORD|SECRET|KEY)=.*"))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.endsWith("=<secret>"));
  }

  private String image(String service) {
    return String.valueOf(compose.service(service).get("image"));
  }

  private static String afterColon(String image) {
    return image.substring(image.lastIndexOf(':') + 1);
  }

  private static TreeSet<String> union(TreeSet<String> one, TreeSet<String> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
