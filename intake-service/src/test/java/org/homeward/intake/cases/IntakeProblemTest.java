package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.homeward.durable.store.StoreFailure;
import org.homeward.durable.store.WriteSettings;
import org.homeward.face.testing.ProblemList;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.schema.event.EventCodec;
import org.junit.jupiter.api.Test;

class IntakeProblemTest {

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(IntakeProblem.values()));
  }

  @Test
  void problemAndReadmeSayHowMuchACaseTakes() throws IOException {
    String facts = EventCodec.MAX_SNAPSHOT_BYTES / 1024 + " KB of facts";
    String all = WriteSettings.DEFAULT.maxStateBytes() / (1 << 20) + " MB";

    assertThat(IntakeProblem.CASE_FULL.remedy()).contains(facts, all);
    assertThat(Files.readString(Path.of("README.md"))).contains(facts, all);
  }

  @Test
  void aFullStoreAndAFullCaseAreDifferentRefusals() {
    assertThat(status(new StoreCapacity.Full())).isEqualTo(507);
    assertThat(status(new StoreFailure.TooLarge())).isEqualTo(409);
  }

  private static int status(Throwable failure) {
    return IntakeProblem.of(failure).orElseThrow().kind().status();
  }
}
