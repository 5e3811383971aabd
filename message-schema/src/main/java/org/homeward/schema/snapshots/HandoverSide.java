package org.homeward.schema.snapshots;

/** The two sides of a handover: whose case it is, and who may hold it for a time. */
public enum HandoverSide {
  OWNER,
  HOLDER
}
