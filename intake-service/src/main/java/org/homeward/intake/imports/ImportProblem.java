package org.homeward.intake.imports;

import org.homeward.face.problem.ProblemType;

/** The refusals of imports, each with what to do instead. */
enum ImportProblem implements ProblemType {
  IMPORT_TAKEN(
      409,
      "Rows of this import are being taken, or wait for their review or for the data-protection"
          + " officer",
      "Nothing was changed. Wait until all are done and reviewed; what a row brought is a case like"
          + " any other."),
  IMPORT_NOT_TAKEN(
      409,
      "This import has brought nothing yet",
      "Nothing was changed. Take its rows first, and wait until all are done.");

  private final Wording wording;

  ImportProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
