package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.face.testing.Mappings;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.junit.jupiter.api.Test;

/** The document and the service say the same. */
class OpenApiIT {

  @Test
  void everyOperationIsDescribedAndNoOther() {
    assertThat(Person.API.operations()).isEqualTo(Mappings.of(TrialIntake.get().context()));
  }
}
