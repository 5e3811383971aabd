package org.homeward.intake.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.durable.store.StoreFailure;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CallShapesTest {

  @Test
  @Proves(1)
  void aReleaseThatWouldDropAJobOfferGetsNone() {
    var down = CallShapes.ALL.upgrades().getLast().down();
    ObjectNode call = JsonNodeFactory.instance.objectNode().put("direction", "IN");
    ObjectNode checked = call.deepCopy();
    checked.putObject("offer");

    assertThat(down.apply(call)).isEqualTo(call);
    assertThatThrownBy(() -> down.apply(checked)).isInstanceOf(StoreFailure.NewerSchema.class);
  }
}
