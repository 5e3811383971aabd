package org.homeward.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.testing.Mappings;
import org.homeward.face.testing.OpenApi;
import org.junit.jupiter.api.Test;

class OpenApiIT {

  @Test
  void documentHasWhatTheServiceAnswers() {
    assertThat(Mappings.of(TrialNodes.get().rs().context()))
        .isEqualTo(OpenApi.read(Path.of("src/main/resources/openapi.yaml")).operations());
  }
}
