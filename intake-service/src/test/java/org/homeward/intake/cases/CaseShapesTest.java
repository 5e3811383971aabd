package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.durable.store.StoreFailure;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CaseShapesTest {

  @Test
  @Proves(1)
  void aReleaseThatTakesEveryCaseForASearchGetsNoOther() {
    var down = CaseShapes.ALL.upgrades().getLast().down();
    ObjectNode search = JsonNodeFactory.instance.objectNode();
    search.putObject("rulings");
    ObjectNode other = search.deepCopy();
    other.withObjectProperty("rulings").putObject("otherKind");

    assertThat(down.apply(search)).isEqualTo(search);
    assertThatThrownBy(() -> down.apply(other)).isInstanceOf(StoreFailure.NewerSchema.class);
  }
}
