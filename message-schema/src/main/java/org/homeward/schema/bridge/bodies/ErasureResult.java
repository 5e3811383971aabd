package org.homeward.schema.bridge.bodies;

/** The result of an erasure at a holder. */
public enum ErasureResult {
  ERASED,
  KEPT,
  REFUSED
}
