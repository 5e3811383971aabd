package org.homeward.intake.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.durable.store.StoreFailure;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class FamilyShapesTest {

  @Test
  @Proves(1)
  void aReleaseThatWouldDropACallThatReachedNobodyGetsNone() {
    var down = FamilyShapes.ALL.upgrades().getLast().down();
    ObjectNode family = JsonNodeFactory.instance.objectNode();
    ObjectNode contact = family.putArray("contacts").addObject();
    contact.putArray("attempts");
    ObjectNode missed = family.deepCopy();
    missed.withArrayProperty("contacts").get(0).withArrayProperty("attempts").addObject();

    assertThat(down.apply(family)).isEqualTo(family);
    assertThatThrownBy(() -> down.apply(missed)).isInstanceOf(StoreFailure.NewerSchema.class);
  }
}
