package org.homeward.intake.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.durable.store.StoreFailure;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class KeptUploadTest {

  @Test
  @Proves(1)
  void aReleaseThatWouldDropWhereAPhotoCameFromGetsNone() {
    var step = KeptUpload.SHAPES.upgrades().getLast();
    ObjectNode photo = JsonNodeFactory.instance.objectNode().put("kept", "PHOTO");
    photo.putNull("fromTip").putObject("words").put("saidBy", "PARENT");
    ObjectNode ofTip = photo.deepCopy();
    ofTip.putObject("fromTip").put("tip", "tip-1");
    ObjectNode ofNobody = photo.deepCopy();
    ofNobody.putObject("words").put("saidBy", "NOBODY");

    assertThat(step.down().apply(photo)).isEqualTo(photo);
    assertThat(step.up().apply(photo)).isEqualTo(photo);
    for (ObjectNode each : new ObjectNode[] {ofTip, ofNobody}) {
      assertThatThrownBy(() -> step.down().apply(each))
          .isInstanceOf(StoreFailure.NewerSchema.class);
    }
  }
}
