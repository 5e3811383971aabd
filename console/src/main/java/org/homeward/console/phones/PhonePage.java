package org.homeward.console.phones;

/**
 * The phone of one organisation, and what the reader may do about it.
 *
 * @param where the regions of which it hears
 * @param failure why the last code could not be sent, a code; empty otherwise
 * @param sent when the last code was sent; empty before
 * @param seen the version that this page shows
 * @param told what was done just now, in words; empty otherwise
 * @param wrong why something was not done, in words; empty otherwise
 */
record PhonePage(
    String id,
    String name,
    String number,
    String where,
    String language,
    boolean exercise,
    String state,
    String failure,
    String registered,
    String confirmed,
    String sent,
    String live,
    String revoked,
    String seen,
    String key,
    boolean mayConfirm,
    boolean mayChange,
    String told,
    String wrong) {

  boolean waits() {
    return state.equals("UNCONFIRMED");
  }

  boolean isUnproven() {
    return state.equals("UNPROVEN");
  }

  boolean isOver() {
    return state.equals("REVOKED");
  }

  @Override
  public String toString() {
    return "PhonePage[" + id + "]";
  }
}
