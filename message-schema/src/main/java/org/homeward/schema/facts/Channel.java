package org.homeward.schema.facts;

/** How a report reached the hotline. */
public enum Channel {
  PHONE,
  SMS,
  CHAT,
  EMAIL,
  WEB,
  SOCIAL,
  POLICE,
  PARTNER,
  OTHER
}
