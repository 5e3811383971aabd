package org.homeward.console.family;

import org.homeward.console.steps.StepPage;

/**
 * The form of one step.
 *
 * @param mustNotLearn what this person must not learn, in words; empty where nothing is written
 * @param number to call; empty where nobody is called
 */
record FamilyStepPage(StepPage step, String mustNotLearn, String number) {

  @Override
  public String toString() {
    return "FamilyStepPage[redacted]";
  }
}
