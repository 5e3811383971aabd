package org.homeward.schema.bridge.bodies;

/** The help that the owner asks the partner for. */
public enum Ask {
  POLICE_CONTACT,
  FAMILY_LIAISON,
  TRANSLATION,
  ALERT_REQUEST,
  TIP_LINE,
  OTHER
}
