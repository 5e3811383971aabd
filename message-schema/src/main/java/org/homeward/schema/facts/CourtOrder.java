package org.homeward.schema.facts;

/** A decision of a court or authority about the child. */
public enum CourtOrder {
  CUSTODY,
  CARE_ORDER,
  TRAVEL_BAN,
  PROTECTION_ORDER,
  RETURN_ORDER,
  OTHER
}
