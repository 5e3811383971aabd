package org.homeward.local.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WidePlanTest {
  private final NodePlan plain = plan(NodePorts.COUNT);
  private final NodePlan wide = plan(NodePorts.WIDE_COUNT);

  @Test
  void itHasThreeBrokersAndTwoOfEachService() {
    assertThat(wide.processes())
        .extracting(ProcessPlan::name)
        .containsExactly(
            "broker-1",
            "broker-2",
            "broker-3",
            "store",
            "mail",
            "issuer",
            "intake-1",
            "intake-2",
            "alert-1",
            "alert-2",
            "bridge-1",
            "bridge-2",
            "console-1",
            "console-2",
            "gateway");
    assertThat(wide.processes()).flatExtracting(ProcessPlan::ports).doesNotHaveDuplicates();
  }

  @Test
  void instancesDifferFromThePlainServiceInTheirNameTheirPortAndTheBrokersOnly() {
    for (String service : List.of("intake", "alert", "bridge", "console")) {
      for (int number : List.of(1, 2)) {
        ProcessPlan instance = wide.process(service + "-" + number);
        Map<String, String> expected = new HashMap<>(plain.process(service).environment());
        expected.put("HOMEWARD_INSTANCE", "" + number);
        expected.put("SERVER_PORT", "" + instance.port());
        expected.put("MANAGEMENT_SERVER_PORT", "" + (instance.port() + 1_000));
        expected.put("HOMEWARD_KAFKA", wide.broker());

        assertThat(instance.environment()).isEqualTo(expected);
        assertThat(instance.jar()).isEqualTo(plain.process(service).jar());
        assertThat(instance.waitsFor())
            .containsExactly("broker-1", "broker-2", "broker-3", "store");
      }
    }
    assertThat(wide.broker().split(",")).hasSize(3);
  }

  @Test
  void theGatewayKnowsBothAddressesOfEachService() {
    assertThat(wide.process("gateway").environment())
        .containsEntry("HOMEWARD_ALERT_URL", wide.at("alert-1") + "," + wide.at("alert-2"))
        .containsEntry("HOMEWARD_INTAKE_URL", wide.at("intake") + "," + wide.at("intake-2"));
  }

  private static NodePlan plan(int ports) {
    return new NodePlan(
        "rs",
        NodePorts.of(IntStream.range(20_000, 20_000 + ports).boxed().toList()),
        Path.of("node"),
        Path.of("registry"),
        module -> Path.of(module + ".jar"));
  }
}
