package org.homeward.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.TrialIntake;

/** A task of the officer: a source has deleted the record of a case. */
public final class DeletionOfCase {

  private final TrialIntake intake;

  public DeletionOfCase(TrialIntake intake) {
    this.intake = intake;
  }

  /** The id of the task. */
  public String task(String caseId) {
    Answer uploaded =
        intake
            .jelena()
            .postFile(
                "/api/v1/imports?exercise=true&source=trial-" + UUID.randomUUID(),
                "text/csv",
                "ref\n1\n");
    assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
    String id = uploaded.json().path("import").asString();
    var change = intake.bean(ChangeImport.class);
    change.change(id, new ImportCommand.Take("person-jelena"));
    var said = Map.of(caseId, Instant.now());
    change.change(
        id, new ImportCommand.Progress(0, 1, RowCounts.NONE.withDeletion(), false, true, said));
    return ImportErasures.KIND + "." + id + "." + caseId;
  }
}
