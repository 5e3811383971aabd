package org.homeward.schema.bridge;

/** What a holder did when it had to erase. */
public enum ErasureResult {
  ERASED,
  KEPT,
  REFUSED
}
