package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.durable.store.StoreFailure;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TipShapesTest {

  @Test
  @Proves(1)
  void aReleaseThatCannotReadWhatBecameOfATipGetsNone() {
    var step = TipShapes.ALL.upgrades().getLast();
    ObjectNode tip = JsonNodeFactory.instance.objectNode().put("standing", "TIED");
    tip.putNull("sent").putObject("toErase").putObject("matter").put("kind", "ERASE");
    tip.putObject("picture").put("state", "SEEN");
    ObjectNode sent = tip.deepCopy().put("standing", "SENT");
    sent.putObject("sent").put("handover", "h");
    ObjectNode toGo = tip.deepCopy();
    toGo.putObject("toErase").putObject("matter").put("kind", "DELETE_PICTURE");

    assertThat(TipShapes.ALL.newest()).isEqualTo(3);
    assertThat(step.down().apply(tip)).isEqualTo(tip);
    assertThat(step.up().apply(tip)).isEqualTo(tip);
    for (ObjectNode each : new ObjectNode[] {sent, toGo}) {
      assertThatThrownBy(() -> step.down().apply(each))
          .isInstanceOf(StoreFailure.NewerSchema.class)
          .hasMessageContaining("3");
    }
  }
}
