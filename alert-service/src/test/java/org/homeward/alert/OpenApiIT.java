package org.homeward.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Wire;
import org.homeward.face.testing.Mappings;
import org.junit.jupiter.api.Test;

/** What is described is what is there; every exchange of the other tests is held against it. */
class OpenApiIT {

  @Test
  void operationsAreTheMappings() {
    assertThat(Mappings.of(TrialNode.get().context())).isEqualTo(Wire.API.operations());
  }
}
