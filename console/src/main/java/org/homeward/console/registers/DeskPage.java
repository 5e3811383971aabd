package org.homeward.console.registers;

/**
 * One police desk, and what the reader may do about it.
 *
 * @param renewal when the new key ends that nobody has confirmed yet, in words; empty without one
 * @param seen the version that this page shows
 * @param told what was done just now, in words; empty otherwise
 * @param wrong why something was not done, in words; empty otherwise
 */
record DeskPage(
    String id,
    String name,
    String where,
    String standing,
    boolean exercise,
    String created,
    String confirmed,
    String until,
    String revoked,
    String renewal,
    String seen,
    String key,
    boolean mayConfirm,
    boolean mayChange,
    String told,
    String wrong) {

  boolean waits() {
    return standing.equals("UNCONFIRMED") || !renewal.isEmpty();
  }

  boolean isRevoked() {
    return standing.equals("REVOKED");
  }
}
