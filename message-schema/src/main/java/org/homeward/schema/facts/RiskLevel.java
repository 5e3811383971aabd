package org.homeward.schema.facts;

/** How likely and how serious the harm is. */
public enum RiskLevel {
  NO_APPARENT,
  LOW,
  MEDIUM,
  HIGH,
  OTHER
}
