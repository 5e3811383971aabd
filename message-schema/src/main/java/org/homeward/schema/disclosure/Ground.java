package org.homeward.schema.disclosure;

/** A record that lets content cross a border which is not open. */
public enum Ground {
  /** Standard clauses signed with the partner, Article 46 GDPR. */
  STANDARD_CLAUSES,
  /** The child's vital interest in this one handover, Article 49(1)(f) GDPR, by two people. */
  VITAL_INTEREST
}
