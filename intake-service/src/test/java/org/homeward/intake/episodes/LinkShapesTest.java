package org.homeward.intake.episodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.durable.store.StoreFailure;
import org.homeward.testkit.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class LinkShapesTest {

  @ParameterizedTest
  @EnumSource(LinkReason.class)
  @Proves(1)
  void aReleaseThatKnowsNoSuchReasonGetsNoLinkWithIt(LinkReason reason) {
    ObjectNode link = JsonNodeFactory.instance.objectNode();
    link.putArray("turns").addObject().put("reason", reason.name());
    var down = LinkShapes.ALL.upgrades().getLast().down();

    if (reason == LinkReason.MISSING_AGAIN) {
      assertThatThrownBy(() -> down.apply(link)).isInstanceOf(StoreFailure.NewerSchema.class);
    } else {
      assertThat(down.apply(link)).isEqualTo(link);
    }
  }
}
