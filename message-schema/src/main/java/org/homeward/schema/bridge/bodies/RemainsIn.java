package org.homeward.schema.bridge.bodies;

/** A place where erased data remain for a known time. */
public enum RemainsIn {
  TOPIC,
  JOURNAL,
  BACKUP,
  LOG,
  OTHER
}
