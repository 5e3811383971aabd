package org.homeward.intake.scripts;

import org.homeward.face.problem.ProblemType;

/** The refusals of texts, each with what to do instead. */
enum ScriptProblem implements ProblemType {
  NOTHING_PROPOSED(
      409,
      "This text does not wait for an approval",
      "Nothing was changed. Read the text again: it was approved, or written anew, meanwhile."),
  OWN_TEXT(
      409,
      "You have written this text yourself",
      "It was not approved. Ask another supervisor to read and approve it.");

  private final Wording wording;

  ScriptProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
