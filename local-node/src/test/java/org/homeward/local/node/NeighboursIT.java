package org.homeward.local.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of small stand-ins. */
class NeighboursIT {
  @TempDir Path state;

  private Path jar;
  private Neighbours nodes;

  @BeforeEach
  void planTwo() throws IOException {
    jar = StubService.jarIn(state);
    nodes = Neighbours.onFreePorts(state, _ -> jar, Clock.systemUTC());
  }

  @AfterEach
  void endBoth() {
    nodes.down();
  }

  @Test
  void bothStartAndEndTogetherAndAreFoundAgain() {
    assertThat(nodes.up(line -> {})).hasSize(16);
    Neighbours found = Neighbours.in(state, _ -> jar, Clock.systemUTC());

    assertThat(found.isHealthy()).isTrue();
    assertThat(found.gr().plan().ports()).isEqualTo(nodes.gr().plan().ports());
    assertThat(found.down()).hasSize(16);
    assertThat(nodes.all()).noneMatch(Node::isHealthy);
  }

  @Test
  void theyShareARegistryAndNothingElse() {
    nodes.up(line -> {});
    NodePlan rs = nodes.rs().plan();
    NodePlan gr = nodes.gr().plan();

    assertThat(rs.registry()).isEqualTo(gr.registry()).isNotEmptyFile();
    assertThat(rs.nodeKeys()).isNotEmptyFile();
    assertThat(gr.nodeKeys()).isNotEmptyFile().isNotEqualTo(rs.nodeKeys());
    assertThat(rs.data()).isNotEqualTo(gr.data());
    assertThat(rs.ports().all()).doesNotContainAnyElementsOf(gr.ports().all());
  }

  @Test
  void oneThatCannotStartTakesTheOtherWithIt() throws IOException {
    NodePlan gr = nodes.gr().plan();
    Files.createDirectories(gr.data());
    Files.createFile(gr.data().resolve("dies-" + gr.ports().bridge()));

    assertThatExceptionOfType(NodeFailure.class)
        .isThrownBy(() -> nodes.up(line -> {}))
        .withMessageContaining("bridge ended while it was starting");
    assertThat(nodes.all()).allSatisfy(NeighboursIT::runsNothing);
  }

  @Test
  void aTakenPortOfOneStopsBothBeforeTheyStart() throws IOException {
    int port = nodes.gr().plan().ports().smtp();
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(NodeFailure.class)
          .isThrownBy(() -> nodes.up(line -> {}))
          .withMessageContaining("Port " + port + " is taken, and mail of node gr needs it");
    }
    assertThat(nodes.all()).allSatisfy(NeighboursIT::runsNothing);
  }

  @Test
  void withoutKeptPortsTheyAreThoseOfTheDesign(@TempDir Path empty) {
    Neighbours standard = Neighbours.in(empty, _ -> jar, Clock.systemUTC());

    assertThat(standard.rs().plan().ports().all())
        .containsExactly(8080, 8081, 8082, 8083, 8084, 8079, 19092, 19093, 27018, 1025, 8025);
    assertThat(standard.gr().plan().ports().all())
        .containsExactly(8180, 8181, 8182, 8183, 8184, 8179, 19192, 19193, 27118, 1125, 8125);
  }

  @Test
  void managementIsAThousandPortsHigherAndNobodyElseIsThere(@TempDir Path empty) {
    Neighbours standard = Neighbours.in(empty, _ -> jar, Clock.systemUTC());

    for (Neighbours each : List.of(standard, nodes)) {
      for (String service : List.of("intake", "alert", "bridge", "console", "gateway")) {
        NodePlan rs = each.rs().plan();
        assertThat(rs.management(service).getPort())
            .isEqualTo(rs.at(service).getPort() + 1_000)
            .isEqualTo(rs.process(service).ports().get(1));
      }
      assertThat(each.all())
          .flatExtracting(node -> node.plan().processes())
          .flatExtracting(ProcessPlan::ports)
          .hasSize(2 * 16)
          .doesNotHaveDuplicates();
    }
    assertThat(standard.rs().plan().management("gateway").getPort()).isEqualTo(9080);
    assertThat(standard.gr().plan().management("bridge").getPort()).isEqualTo(9183);
  }

  private static void runsNothing(Node node) {
    assertThat(node.plan().processes())
        .allSatisfy(process -> assertThat(node.processes().find(process)).isEmpty());
  }
}
