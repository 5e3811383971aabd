package org.homeward.schema.bridge;

/** What the owner thinks the partner has to do with the case. */
public enum OfferReason {
  ROUTE,
  RELATIVE_THERE,
  LANGUAGE,
  NATIONAL,
  SIGHTING,
  CONTACT_THERE,
  OTHER
}
