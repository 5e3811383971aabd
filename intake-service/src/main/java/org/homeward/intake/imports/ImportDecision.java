package org.homeward.intake.imports;

/** What became of it. */
sealed interface ImportDecision {

  record Changed(KeptImport next) implements ImportDecision {}

  record Unchanged() implements ImportDecision {}

  record Refused(Refusal why) implements ImportDecision {}

  /** Why nothing becomes of a command. */
  enum Refusal {
    NO_SUCH_IMPORT,
    /** Rows are taken: what came of them stays, and waits for its review. */
    IMPORT_TAKEN,
    /** Nothing has come yet that could be reviewed. */
    IMPORT_NOT_TAKEN,
    /** Nobody reviews what she took herself. */
    ANOTHER_PERSON_NEEDED
  }
}
