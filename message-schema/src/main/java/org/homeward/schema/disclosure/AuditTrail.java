package org.homeward.schema.disclosure;

/** Records every look before the answer leaves. */
@FunctionalInterface
public interface AuditTrail {

  /** Returns once the entry is durable; throws otherwise, and nothing is disclosed. */
  void append(AuditEntry entry);
}
