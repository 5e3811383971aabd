package org.homeward.schema.disclosure;

/** What somebody wants to know for. */
public enum Purpose {
  CASE_WORK,
  POLICE_SEARCH,
  PARTNER_SEARCH,
  VOLUNTEER_ALERT,
  PUBLIC_ALERT,
  COUNSELLING,
  OVERSIGHT
}
