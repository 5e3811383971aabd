package org.homeward.schema.bridge;

/** What a machine did with a message; that a person has seen it is said by a message. */
public enum DeliveryResult {
  RECEIVED,
  SUPERSEDED,
  REFUSED
}
