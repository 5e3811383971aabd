package org.homeward.intake.worksheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.durable.store.StoreFailure;
import org.homeward.testkit.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class SheetShapesTest {

  @ParameterizedTest
  @EnumSource(WorkItem.Kind.class)
  @Proves(1)
  void aReleaseThatKnowsNoSuchTaskGetsNone(WorkItem.Kind kind) {
    ObjectNode sheet = JsonNodeFactory.instance.objectNode();
    sheet.putArray("items").addObject().put("kind", kind.name());
    var down = SheetShapes.ALL.upgrades().getLast().down();

    if (kind == WorkItem.Kind.AFTERCARE
        || kind == WorkItem.Kind.INTERVIEW
        || kind == WorkItem.Kind.FAMILY_CALL
        || kind == WorkItem.Kind.CHILDS_PICTURE) {
      assertThatThrownBy(() -> down.apply(sheet)).isInstanceOf(StoreFailure.NewerSchema.class);
    } else {
      assertThat(down.apply(sheet)).isEqualTo(sheet);
    }
  }
}
