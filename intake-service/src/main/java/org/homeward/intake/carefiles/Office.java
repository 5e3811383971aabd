package org.homeward.intake.carefiles;

/** Whoever outside the hotline may learn of a person. */
enum Office {
  POLICE,
  SOCIAL_WORK,
  /** The state's centre for victims of trafficking. */
  VICTIM_CENTRE,
  SHELTER,
  LAWYER,
  HEALTH,
  ORGANISATION
}
