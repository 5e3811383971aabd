package org.homeward.schema.bridge;

/** The result of an erasure at a holder. */
public enum ErasureResult {
  ERASED,
  KEPT,
  REFUSED
}
