package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Http;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.watch.Monitoring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an administrator is told, compared with what real processes say. Numbers that a service has
 * to look for appear a moment after they have been asked for once.
 */
@ExtendWith(SharedNodes.class)
class WatchIT {
  private static final List<String> SERVICES =
      List.of("intake", "alert", "bridge", "console", "gateway");
  private static final Pattern NAME = Pattern.compile("^(\\w+)[{ ]", Pattern.MULTILINE);
  private static final Pattern LOOP = Pattern.compile("loop=\"([^\"]+)\"");

  private final Hotline hotline;
  private final Neighbours nodes;

  WatchIT(Hotline hotline, Neighbours nodes) {
    this.hotline = hotline;
    this.nodes = nodes;
  }

  private String scrape(String service) {
    var page = hotline.node().management(service).resolve("/actuator/prometheus");
    return hotline.http().send(Http.to(page).build()).body();
  }

  private Set<String> names(String service) {
    Set<String> names = new TreeSet<>();
    NAME.matcher(scrape(service)).results().forEach(name -> names.add(name.group(1)));
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "alert", "bridge", "console", "gateway"})
  void aServiceHasTheNumbersThatAreListedAndNoOther(String service) {
    await()
        .untilAsserted(
            () -> {
              Set<String> ours = names(service);
              ours.removeIf(name -> !name.startsWith("homeward_"));
              assertThat(ours).containsExactlyInAnyOrderElementsOf(Monitoring.listed(service));
            });
  }

  @Test
  void rulesAndDashboardAskOnlyForWhatThereIs() {
    await()
        .untilAsserted(
            () -> {
              Set<String> all = new TreeSet<>();
              SERVICES.forEach(service -> all.addAll(names(service)));
              assertThat(all).containsAll(Monitoring.asked());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "alert", "bridge"})
  void whatWorksInTheBackgroundIsExplained(String service) {
    await()
        .untilAsserted(
            () ->
                assertThat(loops(service)).hasSizeGreaterThan(5).allMatch(Monitoring::isExplained));
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "alert", "bridge", "console", "gateway"})
  void whereAServiceIsAskedForItsWorkItHasNoActuator(String service) {
    for (String page : List.of("health", "prometheus", "reader", "env")) {
      URI address = hotline.node().at(service).resolve("/actuator/" + page);
      String admin = "Bearer " + hotline.tokens().of("nikola");

      for (String who : List.of("", admin)) {
        var answer = hotline.http().send(Http.to(address).header("Authorization", who).build());
        assertThat(answer.status()).as("%s %s", service, page).isEqualTo(404);
        assertThat(answer.text("type")).isEqualTo("urn:homeward:problem:not-found");
      }
    }
  }

  private Set<String> loops(String service) {
    return LOOP.matcher(scrape(service))
        .results()
        .map(loop -> loop.group(1))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "alert", "bridge", "console", "gateway"})
  void logLinesAreJsonWhenThatIsWanted(String service) throws IOException {
    var plan = nodes.gr().plan();
    String log = Files.readString(plan.log(plan.process(service)));

    List<JsonNode> lines =
        log.substring(0, log.lastIndexOf('\n') + 1) // the last line may be under way
            .lines()
            .filter(line -> line.startsWith("{"))
            .map(JsonMapper.shared()::readTree)
            .toList();

    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.path("node").asString()).isEqualTo("gr");
              assertThat(line.path("instance").asString()).isEqualTo("1");
              assertThat(line.path("service").toString()).contains(service);
              assertThat(line.at("/error/message").isMissingNode()).isTrue();
            });
  }
}
