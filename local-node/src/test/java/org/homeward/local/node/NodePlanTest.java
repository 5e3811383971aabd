package org.homeward.local.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodePlanTest {

  @Test
  void demoDeskHasAnIdThatEventsMayCarry() {
    UUID desk = UUID.fromString(plan("rs").demoDesk());

    assertThat(desk.version()).isEqualTo(8);
    assertThat(desk.variant()).isEqualTo(2);
    assertThat(plan("gr").demoDesk()).isNotEqualTo(desk.toString());
  }

  private static NodePlan plan(String name) {
    return new NodePlan(
        name,
        NodePorts.of(IntStream.range(20_000, 20_000 + NodePorts.COUNT).boxed().toList()),
        Path.of("node"),
        Path.of("registry"),
        module -> Path.of(module + ".jar"));
  }
}
