package org.homeward.schema.bridge;

/**
 * The result of a message at the partner's machine; only a message says that a person has seen it.
 */
public enum ReceiptResult {
  RECEIVED,
  SUPERSEDED,
  REFUSED
}
