package org.homeward.alert.subscribers.destinations;

/** The ways on which destinations are told. */
public enum Channel {
  MAIL,
  WEBHOOK,
  SMS
}
