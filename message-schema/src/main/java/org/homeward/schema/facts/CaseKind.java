package org.homeward.schema.facts;

/** What a case is about; a code of a newer list is no search for a missing child. */
public enum CaseKind {
  MISSING,
  /** Somebody threatens to take the child: what police and partners would need is prepared. */
  AT_RISK,
  /** A child was found, and nobody knows who it is. */
  UNIDENTIFIED,
  OTHER
}
