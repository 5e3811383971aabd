package org.homeward.schema.people;

/** How a missing child was found, as hotlines count it; never shown outside the case team. */
public enum HowFound {
  BY_POLICE,
  OWN_RETURN,
  PUBLIC_ALERT,
  PUBLIC_POSTER,
  PARTNER,
  ANOTHER_WAY,
  OTHER
}
