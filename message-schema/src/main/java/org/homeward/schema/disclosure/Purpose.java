package org.homeward.schema.disclosure;

/** The purpose of a look. */
public enum Purpose {
  CASE_WORK,
  POLICE_SEARCH,
  PARTNER_SEARCH,
  VOLUNTEER_ALERT,
  PUBLIC_ALERT,
  COUNSELLING,
  OVERSIGHT
}
