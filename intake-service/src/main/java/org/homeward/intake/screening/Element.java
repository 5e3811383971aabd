package org.homeward.intake.screening;

/** The part of the definition of trafficking that an indicator speaks about. */
enum Element {
  ACT,
  MEANS,
  CONSENT,
  PURPOSE
}
