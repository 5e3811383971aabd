package org.homeward.schema.bridge;

/** Where erased data lives on for a known time. */
public enum RemainsIn {
  TOPIC,
  JOURNAL,
  BACKUP,
  LOG,
  OTHER
}
