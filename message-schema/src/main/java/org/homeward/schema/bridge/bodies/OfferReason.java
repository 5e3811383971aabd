package org.homeward.schema.bridge.bodies;

/** The owner's reason for offering the case to this partner. */
public enum OfferReason {
  ROUTE,
  RELATIVE_THERE,
  LANGUAGE,
  NATIONAL,
  SIGHTING,
  CONTACT_THERE,
  OTHER
}
